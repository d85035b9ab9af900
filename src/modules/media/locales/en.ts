type Details = Record<string, string | number>;

export const en = {
  refusals: {
    'unsupported-type': ({ fileName }: Details) =>
      `We do not take this kind of file: “${fileName}”. Pictures may be JPG, PNG, WebP or AVIF; files may be common documents, audio, video and archives.`,
    'file-too-large': ({ fileName, limitBytes }: Details) =>
      `“${fileName}” is over the limit of ${Math.round(Number(limitBytes) / 1024 / 1024)} MB. Make it smaller, then upload it again.`,
    'broken-image': ({ fileName }: Details) =>
      `We could not read the picture “${fileName}”: it may be incomplete, or have too many pixels. Save it again, then upload it.`,
    'empty-file': ({ fileName }: Details) => `“${fileName}” is empty.`,
  },
};
