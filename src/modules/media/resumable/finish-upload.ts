import { rm } from 'node:fs/promises';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { NotFound, Refusal } from '#platform/refusals';
import { joinBytes, storeOf } from '#platform/storage';
import { refuseWhenFull } from '../full-storage.ts';
import { UploadUnfinished } from '../media-errors.ts';
import { getFile } from '../media-store.ts';
import { type CropRectangle, cropText } from '../uploads/crop-rectangle.ts';
import { type StoredFile, storeUpload } from '../uploads/store-upload.ts';
import { getOwnUpload } from './get-own-upload.ts';
import { removeParts } from './remove-parts.ts';
import {
  deleteUpload,
  listParts,
  lockUpload,
  noteFile,
  type ResumableUpload,
} from './upload-store.ts';

/**
 * Makes a file of an upload that is all here: judged by its bytes like any other (`storeUpload`),
 * pictures cut as `crop` says. Asked again it answers with the same file, so that a lost answer does
 * no harm; asked with another cut it makes another file. What is refused is forgotten with its bytes.
 * Refuses NotFound, UploadExpired, UploadUnfinished and whatever `storeUpload` refuses.
 */
export async function finishUpload(
  ctx: Ctx,
  given: { uploadId: string; crop?: CropRectangle },
): Promise<StoredFile> {
  const { uploadId, purpose } = await getOwnUpload(ctx, given.uploadId);
  try {
    const stored = await refuseWhenFull(() => inTransaction(ctx, (tx) => settle(tx, given)));
    // Only a picture may be cut again; anything else would lie there twice.
    if (purpose === 'attachment') await removeParts(ctx, uploadId);
    return stored;
  } catch (error) {
    // 422: the bytes are nothing that is taken here, and will not be next time.
    if (error instanceof Refusal && error.status === 422) {
      await removeParts(ctx, uploadId);
      await deleteUpload(ctx, uploadId);
    }
    throw error;
  }
}

async function settle(
  tx: TxCtx,
  given: { uploadId: string; crop?: CropRectangle },
): Promise<StoredFile> {
  const crop = given.crop ? cropText(given.crop) : '';
  const upload = await lockUpload(tx, given.uploadId);
  if (!upload) throw new NotFound();
  if (upload.received < upload.byteSize) throw new UploadUnfinished(upload.received);
  const isDone = upload.crop === crop || upload.purpose === 'attachment';
  if (upload.fileId && isDone) return getFile(tx, upload.fileId);
  const stored = await makeFile(tx, upload, given.crop);
  await noteFile(tx, upload.uploadId, { fileId: stored.fileId, crop });
  return stored;
}

async function makeFile(
  tx: TxCtx,
  upload: ResumableUpload,
  crop: CropRectangle | undefined,
): Promise<StoredFile> {
  const store = await storeOf(tx);
  const path = await joinBytes(tx, store, await listParts(tx, upload.uploadId));
  try {
    const { ownerId, purpose, fileName } = upload;
    return await storeUpload(tx, { path, fileName, ownerId, purpose, crop, unkept: true });
  } finally {
    await rm(path, { force: true });
  }
}
