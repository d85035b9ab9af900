import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/context';
import { spoolDirectory } from './spool-directory.ts';

export type HashName = 'sha1' | 'sha256';

/** What came of a stream: a file of this machine, beside the store. */
export interface Spooled {
  path: string;
  byteSize: number;
  /** False when the sender went away before the end. */
  whole: boolean;
  /** More came than the limit; what is over was not kept. */
  overLimit: boolean;
  /** Base64, of what was kept. */
  digest: string | undefined;
}

const WRITE_BYTES = 256 * 1024;

/**
 * Writes a stream into a temporary file, as much as comes: a sender who goes away leaves what
 * arrived. Whoever calls moves the file or removes it. Errors of the disk are thrown.
 */
export async function spoolBytes(
  ctx: Pick<Ctx, 'site'>,
  bytes: Readable,
  options: { limitBytes: number; hash?: HashName },
): Promise<Spooled> {
  const path = `${await spoolDirectory(ctx)}/${randomUUID()}`;
  const hash = options.hash && createHash(options.hash);
  const file = await open(path, 'wx');
  const writer = batches(file);
  let byteSize = 0;
  let overLimit = false;
  let whole = true;
  try {
    const source = chunksOf(bytes);
    for (let next = await source.next(); !next.done; next = await source.next()) {
      if (next.value === undefined) {
        whole = false;
        break;
      }
      const chunk = next.value.subarray(0, options.limitBytes - byteSize);
      overLimit = chunk.byteLength < next.value.byteLength;
      byteSize += chunk.byteLength;
      hash?.update(chunk);
      await writer.add(chunk);
      if (overLimit) break;
    }
    await writer.flush();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, byteSize, whole, overLimit, digest: hash?.digest('base64') };
}

/** The stream's chunks; undefined as the last one when it broke off instead of ending. */
async function* chunksOf(bytes: Readable): AsyncGenerator<Buffer | undefined> {
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) yield chunk;
  } catch {
    yield undefined;
  }
}

/** Small chunks are written together. */
function batches(file: FileHandle) {
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async () => {
    const now = waiting;
    const expected = size;
    waiting = [];
    size = 0;
    if (now.length === 0) return;
    const { bytesWritten } = await file.writev(now);
    // A disk that fills up writes less before it says so.
    if (bytesWritten < expected) {
      await file.writeFile(Buffer.concat(now).subarray(bytesWritten));
    }
  };
  const add = async (chunk: Buffer) => {
    waiting.push(chunk);
    size += chunk.byteLength;
    if (size >= WRITE_BYTES) await flush();
  };
  return { add, flush };
}
