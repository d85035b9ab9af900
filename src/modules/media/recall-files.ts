import type { Ctx } from '#platform/context';
import { LRUCache } from 'lru-cache';
import type { MediaFile } from './media.ts';
import { listFiles } from './media-store.ts';

const known = new LRUCache<string, MediaFile>({ max: 20_000 });

/**
 * The files of these ids that exist, in the order asked, mostly from memory: a file never changes.
 * For showing; who decides something by a file asks `listFiles`.
 */
export async function recallFiles(ctx: Ctx, fileIds: readonly string[]): Promise<MediaFile[]> {
  const unknown = fileIds.filter((id) => !known.has(id));
  for (const file of await listFiles(ctx, unknown)) known.set(file.fileId, file);
  return fileIds.flatMap((id) => known.get(id) ?? []);
}
