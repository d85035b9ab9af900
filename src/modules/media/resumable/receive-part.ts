import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/context';
import { type HashName, spoolBytes, storeOf } from '#platform/storage';
import { refuseWhenFull } from '../full-storage.ts';
import { ChecksumDiffers, PartTooLong, TooManyParts, UploadMoved } from '../media-errors.ts';
import { getOwnUpload } from './get-own-upload.ts';
import { countPart, listParts, type ResumableUpload } from './upload-store.ts';
import { keptForMs, mostParts } from './upload-terms.ts';

export interface Part {
  uploadId: string;
  /** Where the sender believes that the upload ends. */
  fromByte: number;
  bytes: Readable;
  /** As announced; undefined when the sender does not know yet. */
  byteSize: number | undefined;
  checksum: { hash: HashName; base64: string } | undefined;
}

/** What the upload is once the part is in. */
export type Received = Pick<ResumableUpload, 'received' | 'byteSize' | 'expiresAt'>;

/**
 * Takes the next bytes of an upload in, as many as come: when the line breaks, those that arrived
 * count. A part with a checksum counts whole or not at all. Of two parts at once for the same place
 * one counts. Refuses NotFound, UploadExpired, UploadMoved, PartTooLong, ChecksumDiffers,
 * TooManyParts, StorageFull.
 */
export async function receivePart(ctx: Ctx, part: Part): Promise<Received> {
  const upload = await getOwnUpload(ctx, part.uploadId);
  const left = upload.byteSize - upload.received;
  if (part.fromByte !== upload.received) throw new UploadMoved(upload.received);
  if ((part.byteSize ?? 0) > left) throw new PartTooLong();
  return refuseWhenFull(async () => {
    const spooled = await spoolBytes(ctx, part.bytes, {
      limitBytes: left,
      hash: part.checksum?.hash,
    });
    try {
      if (spooled.overLimit) throw new PartTooLong();
      if (part.checksum && (!spooled.whole || spooled.digest !== part.checksum.base64)) {
        throw new ChecksumDiffers();
      }
      if (spooled.byteSize === 0) return upload;
      return await store(ctx, upload, spooled);
    } finally {
      await rm(spooled.path, { force: true });
    }
  });
}

async function store(
  ctx: Ctx,
  upload: ResumableUpload,
  spooled: { path: string; byteSize: number },
): Promise<Received> {
  const { uploadId, received: fromByte } = upload;
  // Only a line that breaks all the time gets near the limit; others need not ask.
  const small = spooled.byteSize < 16 * 1024;
  if (small && (await listParts(ctx, uploadId)).length >= mostParts(upload.byteSize)) {
    throw new TooManyParts();
  }
  const files = await storeOf(ctx);
  const name = `${fromByte}-${randomBytes(6).toString('hex')}`;
  const storageKey = `uploads/${uploadId.slice(-2)}/${uploadId}/${name}`;
  await files.moveIn(storageKey, spooled.path);
  const expiresAt = new Date(ctx.clock.now().getTime() + keptForMs);
  const { byteSize } = spooled;
  const counted = await countPart(ctx, { uploadId, fromByte, byteSize, storageKey, expiresAt });
  if (!counted) {
    await files.remove(storageKey);
    throw new UploadMoved((await getOwnUpload(ctx, uploadId)).received);
  }
  return { received: fromByte + byteSize, byteSize: upload.byteSize, expiresAt };
}
