import type { Ctx } from '#platform/context';
import { drawSvg, loadSharp } from '#platform/pictures';
import { storeOf } from '#platform/storage';
import { LRUCache } from 'lru-cache';
import { maxPixels, type MediaFile, type VariantFormat, variantWidths } from '../media.ts';
import { findFile } from '../media-store.ts';
import { inTurn, once } from './in-turn.ts';
import { recordingMark } from './recording-mark.ts';
import { variantKey } from './variant-keys.ts';

export interface PictureVariant {
  type: `image/${VariantFormat}`;
  bytes: Buffer;
}

const recent = new LRUCache<string, Buffer>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: (bytes) => bytes.byteLength,
});

/** Reads `640.avif`; undefined for any width or format that is not made. */
function parseVariant(name: string): { width: number; format: VariantFormat } | undefined {
  const match = /^([1-9]\d{2,3})\.(avif|webp)$/.exec(name);
  const width = Number(match?.[1]);
  const known = (variantWidths as readonly number[]).includes(width);
  return match && known ? { width, format: match[2] as VariantFormat } : undefined;
}

/**
 * A public picture in a width and format: made when first asked for and kept; asked for twice at
 * once it is made once. Undefined for unknown files, private ones and unknown variants.
 */
export async function findPictureVariant(
  ctx: Ctx,
  fileId: string,
  name: string,
): Promise<PictureVariant | undefined> {
  const variant = parseVariant(name);
  if (!variant) return undefined;
  const type = `image/${variant.format}` as const;
  const key = variantKey(fileId, name);
  const memoryKey = `${ctx.site.dataDir} ${key}`;
  const remembered = recent.get(memoryKey);
  if (remembered) return { type, bytes: remembered };
  const bytes = await once(memoryKey, () => readOrMake(ctx, { ...variant, fileId, key }));
  if (!bytes) return undefined;
  recent.set(memoryKey, bytes);
  return { type, bytes };
}

async function readOrMake(
  ctx: Ctx,
  variant: { width: number; format: VariantFormat; fileId: string; key: string },
): Promise<Buffer | undefined> {
  const file = await findFile(ctx, variant.fileId);
  if (!file || file.purpose === 'attachment') return undefined;
  const kept = await (await storeOf(ctx)).find(variant.key);
  return kept ?? inTurn(() => make(ctx, { ...variant, file }));
}

async function make(
  ctx: Ctx,
  given: { width: number; format: VariantFormat; key: string; file: MediaFile },
): Promise<Buffer> {
  const store = await storeOf(ctx);
  const master = await masterOf(ctx, given.file);
  const sharp = await loadSharp();
  const sized = sharp(master, { limitInputPixels: maxPixels }).resize({
    width: given.width,
    withoutEnlargement: true,
  });
  const bytes =
    given.format === 'avif'
      ? await sized.avif({ quality: 50, effort: 2 }).toBuffer()
      : await sized.webp({ quality: 76, effort: 4 }).toBuffer();
  await store.put(given.key, bytes);
  return bytes;
}

/** The picture itself, or the mark that stands for a video or sound. */
async function masterOf(ctx: Ctx, { kind, storageKey }: MediaFile): Promise<Buffer> {
  if (kind === 'video' || kind === 'audio') return drawSvg(recordingMark(kind));
  const master = await (await storeOf(ctx)).find(storageKey);
  if (!master) throw new Error(`the bytes of ${storageKey} are gone from the store`);
  return master;
}
