import type { Ctx } from '#platform/context';
import { drawSvg, loadSharp } from '#platform/pictures';
import { storeOf } from '#platform/storage';
import { maxPixels } from '../media.ts';
import { findFile } from '../media-store.ts';
import { inTurn, once } from './in-turn.ts';
import { previewKey } from './variant-keys.ts';

/** A private picture, small and with words all over it. */
export interface MarkedPreview {
  type: 'image/webp';
  bytes: Buffer;
}

/** The longer side at most, in pixels. */
const PREVIEW_PX = 1_200;

/**
 * The preview of a private picture, at most 1,200 pixels long and tiled with two lines of words: made
 * when first asked for and kept, so the words of the first time stay. Whoever calls has decided that the
 * actor may have it. Undefined for unknown files, public ones, and what is no picture.
 */
export async function findMarkedPreview(
  ctx: Ctx,
  fileId: string,
  words: readonly [string, string],
): Promise<MarkedPreview | undefined> {
  const file = await findFile(ctx, fileId);
  if (file?.purpose !== 'attachment' || file.kind !== 'image') return undefined;
  const key = previewKey(fileId);
  const store = await storeOf(ctx);
  const bytes = await once(`${ctx.site.dataDir} ${key}`, async () => {
    const kept = await store.find(key);
    if (kept) return kept;
    const original = await store.find(file.storageKey);
    if (!original) throw new Error(`the bytes of ${file.storageKey} are gone from the store`);
    const made = await inTurn(() => mark(original, words));
    await store.put(key, made);
    return made;
  });
  return bytes && { type: 'image/webp', bytes };
}

async function mark(original: Buffer, words: readonly [string, string]): Promise<Buffer> {
  const sharp = await loadSharp();
  const small = await sharp(original, { limitInputPixels: maxPixels })
    .autoOrient()
    .resize({ width: PREVIEW_PX, height: PREVIEW_PX, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = small.info;
  const drawn = await drawSvg(tilesSvg({ width, height }, words));
  const tiles = await sharp(drawn).resize({ width, height, fit: 'fill' }).png().toBuffer();
  return sharp(small.data)
    .composite([{ input: tiles }])
    .webp({ quality: 74, effort: 3 })
    .toBuffer();
}

/** Light letters with a dark edge are read on any ground. */
function tilesSvg(
  { width, height }: { width: number; height: number },
  [first, second]: readonly [string, string],
): string {
  const size = Math.max(9, Math.round(Math.max(width, height) / 34));
  const look = `font-family="Readex Pro" font-weight="600" fill="#fff" fill-opacity="0.5" stroke="#000" stroke-opacity="0.4" stroke-width="${size / 14}" paint-order="stroke" text-anchor="middle"`;
  const line = (text: string, y: number) =>
    `<text x="${size * 4}" y="${size * y}" font-size="${size}" ${look}>${escaped(text)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><pattern id="tile" width="${size * 8}" height="${size * 5}" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">${line(first, 1.8)}${line(second, 3.2)}</pattern></defs><rect width="100%" height="100%" fill="url(#tile)"/></svg>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
