import type { Ctx } from '#platform/context';
import { getOwnUpload } from './get-own-upload.ts';
import { removeParts } from './remove-parts.ts';
import { deleteUpload } from './upload-store.ts';

/** Forgets an upload and its bytes; a file that it became stays. Refuses NotFound, UploadExpired. */
export async function cancelUpload(ctx: Ctx, uploadId: string): Promise<void> {
  await getOwnUpload(ctx, uploadId);
  await removeParts(ctx, uploadId);
  await deleteUpload(ctx, uploadId);
}
