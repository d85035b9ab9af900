/** What a file is for; galleries and avatars are public, attachments are seen by their order's people. */
export type FilePurpose = 'gallery' | 'attachment' | 'avatar';

export const filePurposes: readonly FilePurpose[] = ['gallery', 'attachment', 'avatar'];

/** Galleries tell what they show and play; an attachment is a picture or any other file. */
export type FileKind = 'image' | 'video' | 'audio' | 'file';

/** A file as it was accepted. */
export interface MediaFile {
  fileId: string;
  ownerId: string;
  purpose: FilePurpose;
  kind: FileKind;
  type: string;
  fileName: string;
  byteSize: number;
  width: number | undefined;
  height: number | undefined;
  storageKey: string;
}

const MIB = 1024 * 1024;

/** Largest file of a form by purpose, in bytes (SPEC 2.2). */
export const uploadLimits: Readonly<Record<FilePurpose, number>> = {
  gallery: 5 * MIB,
  attachment: 50 * MIB,
  avatar: 2 * MIB,
};

/** Largest file that comes in parts and may break off: the line is no reason to be small. */
export const resumableLimits: Readonly<Record<FilePurpose, number>> = {
  ...uploadLimits,
  attachment: 250 * MIB,
};

/** More pixels than this are not decoded: a few kilobytes can unpack to gigabytes. */
export const maxPixels = 50_000_000;

/** Widths in which a public picture is served; its own width is the largest. */
export const variantWidths = [160, 320, 480, 640, 960, 1280] as const;

export type VariantFormat = 'avif' | 'webp';

/** Pictures that galleries and avatars take, as `accept` of a file field. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;

/** Video and sound that galleries take, with the ending of their address. */
export const recordingTypes = {
  'video/mp4': { kind: 'video', ending: 'mp4' },
  'video/webm': { kind: 'video', ending: 'webm' },
  'audio/mpeg': { kind: 'audio', ending: 'mp3' },
  'audio/mp4': { kind: 'audio', ending: 'm4a' },
  'audio/ogg': { kind: 'audio', ending: 'ogg' },
  'audio/wav': { kind: 'audio', ending: 'wav' },
} as const satisfies Record<string, { kind: FileKind; ending: string }>;

export type RecordingType = keyof typeof recordingTypes;

/** Whether it is one of the kinds of video and sound that a gallery takes. */
export function isRecordingType(type: string): type is RecordingType {
  return Object.hasOwn(recordingTypes, type);
}

/** All that a gallery takes, as `accept` of a file field. */
export const galleryTypes: readonly string[] = [
  ...pictureTypes,
  ...Object.keys(recordingTypes),
  // Names that some systems give to the same kinds.
  'audio/x-m4a',
  'audio/x-wav',
];
