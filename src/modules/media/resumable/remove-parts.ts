import type { Ctx } from '#platform/context';
import { storeOf } from '#platform/storage';
import { sql } from 'kysely';
import { listParts } from './upload-store.ts';

/** Takes the bytes of an upload away: out of the store first, then their rows. */
export async function removeParts(ctx: Ctx, uploadId: string): Promise<void> {
  const store = await storeOf(ctx);
  for (const key of await listParts(ctx, uploadId)) await store.remove(key);
  await sql`delete from media.upload_parts where upload_id = ${uploadId}`.execute(ctx.db);
}
