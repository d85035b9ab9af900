import { type Ctx, inTransaction, newId, requireMember, type TxCtx } from '#platform/context';
import { spendTry } from '#platform/limits';
import { storeOf } from '#platform/storage';
import { sql } from 'kysely';
import { type FilePurpose, resumableLimits } from '../media.ts';
import {
  EmptyFile,
  FileTooLarge,
  StorageFull,
  TooManyUploads,
  UnsupportedType,
} from '../media-errors.ts';
import { mayBecome } from '../uploads/may-become.ts';
import { plainName } from '../uploads/plain-name.ts';
import { insertUpload, type ResumableUpload, waitingOf } from './upload-store.ts';
import { keptForMs, reservedBytes, waitingLimits } from './upload-terms.ts';

const STARTS = { act: 'upload', points: 120, windowSeconds: 3_600 };

/**
 * Begins a file on its way in. What its size, name and declared type already give away is refused at
 * once; the bytes are judged when they are all here (`finishUpload`). Refuses SignInRequired, TooMany,
 * EmptyFile, FileTooLarge, UnsupportedType, TooManyUploads, StorageFull.
 */
export async function startUpload(
  ctx: Ctx,
  given: { purpose: FilePurpose; fileName: string; type: string; byteSize: number },
): Promise<ResumableUpload> {
  const ownerId = requireMember(ctx);
  const { purpose, byteSize } = given;
  const fileName = plainName(given.fileName);
  const limitBytes = resumableLimits[purpose];
  if (byteSize === 0) throw new EmptyFile(fileName);
  if (byteSize > limitBytes) throw new FileTooLarge(fileName, limitBytes);
  if (!mayBecome(purpose, { fileName, type: given.type })) throw new UnsupportedType(fileName);
  await spendTry(ctx, STARTS, ownerId);
  await refuseWithoutSpace(ctx, byteSize);
  const upload: ResumableUpload = {
    uploadId: newId(ctx),
    ownerId,
    purpose,
    fileName,
    byteSize,
    received: 0,
    fileId: undefined,
    crop: '',
    expiresAt: new Date(ctx.clock.now().getTime() + keptForMs),
  };
  await inTransaction(ctx, async (tx) => {
    await refuseTooMany(tx, upload);
    await insertUpload(tx, upload);
  });
  return upload;
}

async function refuseWithoutSpace(ctx: Ctx, byteSize: number): Promise<void> {
  const free = await (await storeOf(ctx)).freeBytes();
  // It is there twice for a moment: in parts and whole.
  if (free !== undefined && free < 2 * byteSize + reservedBytes) throw new StorageFull();
}

/** One member's beginnings stand in line, so that many at once cannot slip under the limit. */
async function refuseTooMany(tx: TxCtx, { ownerId, byteSize }: ResumableUpload): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`media.uploads:${ownerId}`}, 0))`.execute(
    tx.db,
  );
  const waiting = await waitingOf(tx, ownerId);
  const fits =
    waiting.uploads < waitingLimits.uploads &&
    waiting.byteSize + byteSize <= waitingLimits.byteSize;
  if (!fits) throw new TooManyUploads();
}
