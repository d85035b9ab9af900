import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/context';
import { openStore } from './open-store.ts';

/** Where files are kept: written whole or not at all, read as a stream. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Copies a file of this machine in. */
  putFile(key: string, path: string): Promise<void>;
  /** The bytes, or undefined when there is no such file. */
  find(key: string): Promise<Buffer | undefined>;
  stream(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}

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
