import { variantWidths } from '../media.ts';

/** Where a variant of a picture is kept once it was made. */
export function variantKey(fileId: string, name: string): string {
  return `variants/${fileId.slice(-2)}/${fileId}/${name}`;
}

/** All that may have been made of a picture. */
export function variantKeys(fileId: string): string[] {
  return variantWidths.flatMap((width) =>
    ['avif', 'webp'].map((format) => variantKey(fileId, `${width}.${format}`)),
  );
}
