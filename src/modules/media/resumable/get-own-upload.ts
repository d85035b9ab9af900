import { type Ctx, requireMember } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { UploadExpired } from '../media-errors.ts';
import { findUpload, type ResumableUpload } from './upload-store.ts';

/** The actor's own upload. Refuses SignInRequired, NotFound (another's too), UploadExpired. */
export async function getOwnUpload(ctx: Ctx, uploadId: string): Promise<ResumableUpload> {
  const memberId = requireMember(ctx);
  const upload = await findUpload(ctx, uploadId);
  if (!upload || upload.ownerId !== memberId) throw new NotFound();
  if (upload.expiresAt <= ctx.clock.now()) throw new UploadExpired();
  return upload;
}
