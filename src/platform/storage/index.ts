import type { Ctx } from '#platform/context';
import type { FileStore } from './file-store.ts';
import { openStore } from './open-store.ts';

export type { FileStore } from './file-store.ts';
export { joinBytes } from './join-bytes.ts';
export { type HashName, spoolBytes, type Spooled } from './spool-bytes.ts';

const stores = new Map<string, Promise<FileStore>>();

/** The store of this installation: a bucket when S3_BUCKET is set, else `files/` under DATA_DIR. */
export function storeOf(ctx: Pick<Ctx, 'site'>): Promise<FileStore> {
  const { dataDir } = ctx.site;
  const known = stores.get(dataDir);
  if (known) return known;
  const store = openStore(dataDir);
  stores.set(dataDir, store);
  // A store that could not be opened is tried again by the next call.
  store.catch(() => stores.delete(dataDir));
  return store;
}
