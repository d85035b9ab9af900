type Details = Record<string, string | number>;

export const ar = {
  refusals: {
    'unsupported-type': ({ fileName }: Details) =>
      `لا نقبل هذا النوع من الملفات: «${fileName}». الصور بصيغ JPG وPNG وWebP وAVIF، والملفات بالصيغ الشائعة للمستندات والصوت والفيديو والأرشيف.`,
    'file-too-large': ({ fileName, limitBytes }: Details) =>
      `الملف «${fileName}» أكبر من المسموح، وهو ${Math.round(Number(limitBytes) / 1024 / 1024)} ميغابايت. صغّره ثم أعد رفعه.`,
    'broken-image': ({ fileName }: Details) =>
      `تعذّرت قراءة الصورة «${fileName}»: قد تكون ناقصة أو أبعادها كبيرة جدًا. احفظها من جديد ثم أعد رفعها.`,
    'empty-file': ({ fileName }: Details) => `الملف «${fileName}» فارغ.`,
  },
};
