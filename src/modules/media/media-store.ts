import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import type { MediaFile } from './media.ts';

interface FileRow {
  id: string;
  owner_id: string;
  purpose: MediaFile['purpose'];
  kind: MediaFile['kind'];
  type: string;
  file_name: string;
  byte_size: bigint;
  width: number | null;
  height: number | null;
  storage_key: string;
}

/** Writes the row of a file whose bytes are already in the store; `kept` when something holds it. */
export async function insertFile(
  ctx: Ctx,
  file: MediaFile,
  { kept }: { kept: boolean },
): Promise<void> {
  const at = ctx.clock.now();
  await sql`insert into media.files
      (id, owner_id, purpose, kind, type, file_name, byte_size, width, height, storage_key, at,
        kept_at)
    values (${file.fileId}, ${file.ownerId}, ${file.purpose}, ${file.kind}, ${file.type},
      ${file.fileName}, ${file.byteSize}, ${file.width ?? null}, ${file.height ?? null},
      ${file.storageKey}, ${at}, ${kept ? at : null})`.execute(ctx.db);
}

/** The file of that id, whoever asks. */
export async function findFile(ctx: Ctx, fileId: string): Promise<MediaFile | undefined> {
  return (await listFiles(ctx, [fileId]))[0];
}

/** The file of that id, whoever asks. Refuses NotFound. */
export async function getFile(ctx: Ctx, fileId: string): Promise<MediaFile> {
  const file = await findFile(ctx, fileId);
  if (!file) throw new NotFound();
  return file;
}

/** The files of these ids that exist, in the order asked. */
export async function listFiles(ctx: Ctx, fileIds: readonly string[]): Promise<MediaFile[]> {
  const ids = fileIds.filter(isUuid);
  if (ids.length === 0) return [];
  const { rows } = await sql<FileRow>`select * from media.files where id = any(${ids})`.execute(
    ctx.db,
  );
  const byId = new Map(rows.map((row) => [row.id, readFile(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function readFile(row: FileRow): MediaFile {
  return {
    fileId: row.id,
    ownerId: row.owner_id,
    purpose: row.purpose,
    kind: row.kind,
    type: row.type,
    fileName: row.file_name,
    byteSize: Number(row.byte_size),
    width: row.width ?? undefined,
    height: row.height ?? undefined,
    storageKey: row.storage_key,
  };
}
