import { loadSharp } from '#platform/pictures';
import { maxPixels } from '../media.ts';
import { type CropRectangle, cropPixels } from './crop-rectangle.ts';

/** A picture made anew from its pixels: nothing else of the upload is left. */
export interface EncodedPicture {
  bytes: Buffer;
  type: 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
}

const MASTERS = {
  // Service pictures are 16:9 everywhere (SPEC 2.2); a smaller one is not blown up.
  gallery: { width: 1600, height: 900 },
  avatar: { width: 512, height: 512 },
} as const;

/**
 * Decodes the picture (first frame, upright, at most 50 million pixels), cuts it to the purpose's
 * shape (`crop` says where, else about the middle) and encodes it again without any metadata. Throws
 * when it cannot be decoded to its end.
 */
export async function encodePicture(
  path: string,
  as: { purpose: keyof typeof MASTERS; crop?: CropRectangle },
): Promise<EncodedPicture> {
  const sharp = await loadSharp();
  const picture = sharp(path, { limitInputPixels: maxPixels, failOn: 'error' });
  const { width, height, hasAlpha, autoOrient } = await picture.metadata();
  if (!width || !height) throw new Error('a picture without a size');
  const { width: maxWidth, height: maxHeight } = MASTERS[as.purpose];
  const upright = { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height };
  const cut = as.crop ? cropPixels(as.crop, upright) : { left: 0, top: 0, ...upright };
  const scale = Math.min(1, cut.width / maxWidth, cut.height / maxHeight);
  const target = {
    width: Math.max(1, Math.round(maxWidth * scale)),
    height: Math.max(1, Math.round(maxHeight * scale)),
  };
  const shaped = picture
    .autoOrient()
    .extract(cut)
    .resize({ ...target, fit: 'cover' })
    .toColourspace('srgb');
  const bytes = hasAlpha
    ? await shaped.webp({ quality: 90, effort: 2 }).toBuffer()
    : await shaped.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
  return { bytes, type: hasAlpha ? 'image/webp' : 'image/jpeg', ...target };
}

/** Decodes a picture that stays as it is (a delivery), to refuse bombs and broken ones; its size. */
export async function measurePicture(path: string): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp();
  const picture = sharp(path, { limitInputPixels: maxPixels, failOn: 'error' });
  const { width, height } = await picture.metadata();
  await picture.stats();
  return { width, height };
}
