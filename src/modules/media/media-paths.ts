import { isRecordingType, recordingTypes, type VariantFormat, variantWidths } from './media.ts';

/** Address of a public picture in one of the widths that are made. */
export function imageUrl(
  fileId: string,
  width: (typeof variantWidths)[number],
  format: VariantFormat = 'webp',
): string {
  return `/media/${fileId}/${width}.${format}`;
}

/** Address of a gallery's video or sound, whole or in ranges. */
export function recordingUrl({ fileId, type }: { fileId: string; type: string }): string {
  const ending = isRecordingType(type) ? recordingTypes[type].ending : 'bin';
  return `/media/${fileId}/original.${ending}`;
}

/** Where a file begins that comes in parts, and where one that is whole becomes a file. */
export const uploadsPath = '/uploads';

/** An upload on its way. */
export function uploadPath(uploadId: string): string {
  return `${uploadsPath}/${uploadId}`;
}

export interface PictureSet {
  src: string;
  width: number;
  height: number;
  alt: string;
  avifSrcset: string;
  webpSrcset: string;
}

/** A card's picture is shown at most 350 px wide: two widths keep the page small. */
const CARD_WIDTHS = [320, 640] as const;

/**
 * All addresses of a public 16:9 picture for `Picture`, `Cover` and `Gallery` of the design system.
 * `card` names two widths, `full` all that are useful on a large screen.
 */
export function pictureSet(fileId: string, alt: string, use: 'card' | 'full' = 'card'): PictureSet {
  const widths = use === 'card' ? CARD_WIDTHS : variantWidths;
  const srcset = (format: VariantFormat) =>
    widths.map((width) => `${imageUrl(fileId, width, format)} ${width}w`).join(', ');
  return {
    src: imageUrl(fileId, 640),
    width: 640,
    height: 360,
    alt,
    avifSrcset: srcset('avif'),
    webpSrcset: srcset('webp'),
  };
}
