import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { Ctx } from '#platform/context';
import type { FileStore } from './file-store.ts';
import { spoolDirectory } from './spool-directory.ts';

/** Lays stored files end to end into a temporary file; whoever calls moves or removes it. */
export async function joinBytes(
  ctx: Pick<Ctx, 'site'>,
  store: FileStore,
  keys: readonly string[],
): Promise<string> {
  const path = `${await spoolDirectory(ctx)}/${randomUUID()}`;
  const file = await open(path, 'wx');
  try {
    await store.append(keys, file);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return path;
}
