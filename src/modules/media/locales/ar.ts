type Details = Record<string, string | number>;

export const ar = {
  refusals: {
    'unsupported-type': ({ fileName }: Details) =>
      `لا نقبل هذا النوع من الملفات هنا: «${fileName}». الصور بصيغ JPG وPNG وWebP وAVIF، والفيديو MP4 وWebM، والصوت MP3 وM4A وOGG وWAV؛ ومع الرسائل والتسليمات تُقبل أيضًا الصيغ الشائعة للمستندات والأرشيف.`,
    'file-too-large': ({ fileName, limitBytes }: Details) =>
      `الملف «${fileName}» أكبر من المسموح، وهو ${Math.round(Number(limitBytes) / 1024 / 1024)} ميغابايت. صغّره ثم أعد رفعه.`,
    'broken-image': ({ fileName }: Details) =>
      `تعذّرت قراءة الصورة «${fileName}»: قد تكون ناقصة أو أبعادها كبيرة جدًا. احفظها من جديد ثم أعد رفعها.`,
    'broken-recording': ({ fileName }: Details) =>
      `تعذّرت قراءة التسجيل «${fileName}»: قد يكون ناقصًا أو فيه ما ليس منه. صدّره من جديد ثم أعد رفعه.`,
    'empty-file': ({ fileName }: Details) => `الملف «${fileName}» فارغ.`,
    'wrong-crop': 'موضع القص خارج الصورة. اضبطه من جديد.',
    'upload-expired':
      'مضت سبعة أيام على هذا الرفع فحُذف ما وصل منه. اختر الملف من جديد لنبدأ من أوله.',
    'upload-moved': 'وصل من الملف غير ما ظنّه متصفحك. يُستأنف الرفع من حيث وصل.',
    'upload-unfinished': 'لم يصل الملف كله بعد. أكمل رفعه أولًا.',
    'part-too-long': 'وصل من الملف أكثر من حجمه المعلن، فلم يُحفظ الزائد. اختر الملف من جديد.',
    'checksum-differs': 'تغيّر جزء من الملف في الطريق فلم يُحفظ. يُعاد إرساله.',
    'too-many-parts': 'انقطع هذا الرفع مرات كثيرة جدًا. ابدأه من جديد على خط أثبت.',
    'too-many-uploads': 'لديك ملفات كثيرة في الطريق. أكملها أو ألغِ بعضها، ثم ارفع غيرها.',
    'storage-full':
      'لا مكان للملفات عندنا الآن. لم يضِع شيء مما كتبته، وما وصل من الملف محفوظ؛ أعد المحاولة بعد ساعة.',
    'wrong-tus-request': ({ reason }: Details) => `طلب رفع غير مفهوم: ${reason}`,
  },
};
