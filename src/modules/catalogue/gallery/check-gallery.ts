import { listFiles } from '#media';
import type { Ctx } from '#platform/context';
import type { Service } from '../service.ts';

/**
 * What is wrong with a gallery, as a message code: files are the seller's own uploads for galleries,
 * each once, and the cover is a picture (a draft may still lack one).
 */
export async function checkGallery(
  ctx: Ctx,
  service: Pick<Service, 'sellerId'>,
  gallery: { imageIds: readonly string[]; draft: boolean },
): Promise<string | undefined> {
  const { imageIds, draft } = gallery;
  if (new Set(imageIds).size !== imageIds.length) return 'invalid';
  const files = await listFiles(ctx, imageIds);
  const own = files.every(
    (file) => file.ownerId === service.sellerId && file.purpose === 'gallery',
  );
  if (files.length !== imageIds.length || !own) return 'invalid';
  return draft || (files[0]?.kind ?? 'image') === 'image' ? undefined : 'cover-image';
}
