/** What a file is for; galleries and avatars are public, attachments are seen by their order's people. */
export type FilePurpose = 'gallery' | 'attachment' | 'avatar';

/** A file as it was accepted. */
export interface MediaFile {
  fileId: string;
  ownerId: string;
  purpose: FilePurpose;
  kind: 'image' | 'file';
  type: string;
  fileName: string;
  byteSize: number;
  width: number | undefined;
  height: number | undefined;
  storageKey: string;
}

const MIB = 1024 * 1024;

/** Largest upload by purpose, in bytes (SPEC 2.2). */
export const uploadLimits: Readonly<Record<FilePurpose, number>> = {
  gallery: 5 * MIB,
  attachment: 50 * MIB,
  avatar: 2 * MIB,
};

/** More pixels than this are not decoded: a few kilobytes can unpack to gigabytes. */
export const maxPixels = 50_000_000;

/** Widths in which a public picture is served; its own width is the largest. */
export const variantWidths = [160, 320, 480, 640, 960, 1280] as const;

export type VariantFormat = 'avif' | 'webp';

/** Pictures that galleries and avatars take, as `accept` of a file field. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const;
