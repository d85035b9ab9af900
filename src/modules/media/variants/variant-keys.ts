import { variantWidths } from '../media.ts';

/** Where a variant of a picture is kept once it was made. */
export function variantKey(fileId: string, name: string): string {
  return `variants/${fileId.slice(-2)}/${fileId}/${name}`;
}

/** Where the marked preview of a private picture is kept. */
export function previewKey(fileId: string): string {
  return variantKey(fileId, 'preview.webp');
}

/** All that may have been made of a picture. */
export function variantKeys(fileId: string): string[] {
  const variants = variantWidths.flatMap((width) =>
    ['avif', 'webp'].map((format) => variantKey(fileId, `${width}.${format}`)),
  );
  return [...variants, previewKey(fileId)];
}
