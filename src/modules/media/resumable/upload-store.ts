import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { sql } from 'kysely';
import type { FilePurpose } from '../media.ts';

/** A file on its way in. */
export interface ResumableUpload {
  uploadId: string;
  ownerId: string;
  purpose: FilePurpose;
  fileName: string;
  byteSize: number;
  /** Bytes that are safely here, counted from the beginning. */
  received: number;
  /** The file it became, and how its picture was cut for it. */
  fileId: string | undefined;
  crop: string;
  expiresAt: Date;
}

interface UploadRow {
  id: string;
  owner_id: string;
  purpose: FilePurpose;
  file_name: string;
  byte_size: bigint;
  received: bigint;
  file_id: string | null;
  crop: string;
  expires_at: Date;
}

/** Writes the row of an upload that begins. */
export async function insertUpload(tx: TxCtx, upload: ResumableUpload): Promise<void> {
  await sql`insert into media.uploads
      (id, owner_id, purpose, file_name, byte_size, created_at, expires_at)
    values (${upload.uploadId}, ${upload.ownerId}, ${upload.purpose}, ${upload.fileName},
      ${upload.byteSize}, ${tx.clock.now()}, ${upload.expiresAt})`.execute(tx.db);
}

/** The upload of that id, whoever asks; undefined when there is none. */
export async function findUpload(ctx: Ctx, uploadId: string): Promise<ResumableUpload | undefined> {
  if (!isUuid(uploadId)) return undefined;
  const { rows } = await sql<UploadRow>`
    select * from media.uploads where id = ${uploadId}`.execute(ctx.db);
  return rows[0] && readUpload(rows[0]);
}

/** The same, locked until the transaction ends. */
export async function lockUpload(
  tx: TxCtx,
  uploadId: string,
): Promise<ResumableUpload | undefined> {
  if (!isUuid(uploadId)) return undefined;
  const { rows } = await sql<UploadRow>`
    select * from media.uploads where id = ${uploadId} for update`.execute(tx.db);
  return rows[0] && readUpload(rows[0]);
}

function readUpload(row: UploadRow): ResumableUpload {
  return {
    uploadId: row.id,
    ownerId: row.owner_id,
    purpose: row.purpose,
    fileName: row.file_name,
    byteSize: Number(row.byte_size),
    received: Number(row.received),
    fileId: row.file_id ?? undefined,
    crop: row.crop,
    expiresAt: row.expires_at,
  };
}

/**
 * Counts a stored part in, if the upload still ends where the part begins (compare-and-set); false
 * when another part was faster. The commit does not wait for the disk: were it lost, the upload
 * would only end a part earlier, and its owner would send that part again.
 */
export async function countPart(
  ctx: Ctx,
  part: {
    uploadId: string;
    fromByte: number;
    byteSize: number;
    storageKey: string;
    expiresAt: Date;
  },
): Promise<boolean> {
  const { rows } = await sql`
    with relaxed as materialized (select set_config('synchronous_commit', 'off', true)),
    moved as (
      update media.uploads set received = received + ${part.byteSize}, expires_at = ${part.expiresAt}
      from relaxed
      where id = ${part.uploadId} and received = ${part.fromByte} and file_id is null
      returning id)
    insert into media.upload_parts (upload_id, from_byte, byte_size, storage_key)
    select id, ${part.fromByte}, ${part.byteSize}, ${part.storageKey} from moved
    returning upload_id`.execute(ctx.db);
  return rows.length > 0;
}

/** Where the bytes of an upload are, in their order. */
export async function listParts(ctx: Ctx, uploadId: string): Promise<string[]> {
  const { rows } = await sql<{ storage_key: string }>`
    select storage_key from media.upload_parts where upload_id = ${uploadId}
    order by from_byte`.execute(ctx.db);
  return rows.map((row) => row.storage_key);
}

/** How many bytes a member has on the way, and in how many uploads. */
export async function waitingOf(
  ctx: Ctx,
  ownerId: string,
): Promise<{ uploads: number; byteSize: number }> {
  const { rows } = await sql<{ uploads: number; byte_size: bigint }>`
    select count(*)::int as uploads, coalesce(sum(byte_size), 0)::bigint as byte_size
    from media.uploads
    where owner_id = ${ownerId} and file_id is null and expires_at > ${ctx.clock.now()}`.execute(
    ctx.db,
  );
  return { uploads: rows[0]?.uploads ?? 0, byteSize: Number(rows[0]?.byte_size ?? 0n) };
}

/** Notes the file that an upload became. */
export async function noteFile(
  tx: TxCtx,
  uploadId: string,
  became: { fileId: string; crop: string },
): Promise<void> {
  await sql`update media.uploads set file_id = ${became.fileId}, crop = ${became.crop}
    where id = ${uploadId}`.execute(tx.db);
}

/** Takes the row of an upload away, its parts' rows with it. */
export async function deleteUpload(ctx: Ctx, uploadId: string): Promise<void> {
  await sql`delete from media.uploads where id = ${uploadId}`.execute(ctx.db);
}
