import { type FilePurpose, galleryTypes, pictureTypes } from '../media.ts';

const ENDINGS: Readonly<Record<FilePurpose, RegExp | undefined>> = {
  gallery: /\.(?:jpe?g|jfif|png|webp|avif|mp4|m4v|webm|mp3|m4a|oga|ogg|opus|wav)$/i,
  avatar: /\.(?:jpe?g|jfif|png|webp|avif)$/i,
  attachment: undefined,
};
const PROGRAMS = /\.(?:exe|msi|bat|cmd|com|scr|ps1|vbs|jar|sh|dll|lnk|hta)$/i;

/**
 * Whether a file of that name and declared type may be taken for the purpose, before any of it has
 * come: it spares people the upload. What counts in the end are the bytes.
 */
export function mayBecome(
  purpose: FilePurpose,
  { fileName, type }: { fileName: string; type: string },
): boolean {
  if (PROGRAMS.test(fileName)) return false;
  const endings = ENDINGS[purpose];
  if (!endings) return true;
  const types: readonly string[] = purpose === 'gallery' ? galleryTypes : pictureTypes;
  const typed = type === '' || types.includes(type.toLowerCase().split(';')[0]?.trim() ?? '');
  const named = !/\.[a-z0-9]{1,5}$/i.test(fileName) || endings.test(fileName);
  return typed && named;
}
