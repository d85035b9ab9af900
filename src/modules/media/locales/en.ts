type Details = Record<string, string | number>;

export const en = {
  refusals: {
    'unsupported-type': ({ fileName }: Details) =>
      `We do not take this kind of file here: “${fileName}”. Pictures may be JPG, PNG, WebP or AVIF, video MP4 or WebM, sound MP3, M4A, OGG or WAV; with messages and deliveries common documents and archives too.`,
    'file-too-large': ({ fileName, limitBytes }: Details) =>
      `“${fileName}” is over the limit of ${Math.round(Number(limitBytes) / 1024 / 1024)} MB. Make it smaller, then upload it again.`,
    'broken-image': ({ fileName }: Details) =>
      `We could not read the picture “${fileName}”: it may be incomplete, or have too many pixels. Save it again, then upload it.`,
    'broken-recording': ({ fileName }: Details) =>
      `We could not read the recording “${fileName}”: it may be incomplete, or hold what does not belong to it. Export it again, then upload it.`,
    'empty-file': ({ fileName }: Details) => `“${fileName}” is empty.`,
    'wrong-crop': 'The cut lies outside the picture. Set it again.',
    'upload-expired':
      'Seven days have passed, so what had arrived of this upload was deleted. Choose the file again to begin anew.',
    'upload-moved':
      'More or less of the file arrived than your browser believes. The upload goes on from where it is.',
    'upload-unfinished': 'The file is not all here yet. Finish the upload first.',
    'part-too-long':
      'More of the file came than it said it has, so the rest was not kept. Choose the file again.',
    'checksum-differs': 'A part of the file changed on its way and was not kept. It is sent again.',
    'too-many-parts': 'This upload broke off far too often. Begin it anew on a steadier line.',
    'too-many-uploads':
      'You have many files on the way. Finish them or cancel some, then upload more.',
    'storage-full':
      'There is no room for files right now. Nothing you wrote is lost and what arrived of the file is kept; try again in an hour.',
    'wrong-tus-request': ({ reason }: Details) =>
      `An upload request that we do not understand: ${reason}`,
  },
};
