import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { storeOf } from '#platform/storage';
import { findFile } from './media-store.ts';

export interface OpenedFile {
  stream: Readable;
  type: string;
  fileName: string;
  byteSize: number;
}

/**
 * The bytes of a file as it was accepted. Whoever calls has decided that the actor may have it:
 * private files only ever leave through the module that owns them. NotFound for unknown ids.
 */
export async function openFile(ctx: Ctx, fileId: string): Promise<OpenedFile> {
  const file = await findFile(ctx, fileId);
  if (!file) throw new NotFound();
  const store = await storeOf(ctx);
  const stream = await store.stream(file.storageKey);
  return { stream, type: file.type, fileName: file.fileName, byteSize: file.byteSize };
}
