import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { removeParts } from '../resumable/remove-parts.ts';
import { deleteUpload } from '../resumable/upload-store.ts';

const AT_ONCE = 200;
const ROUNDS = 50;

/** Removes uploads whose seven days are over, bytes first: what breaks off is swept next time. */
export async function sweepUploads(ctx: Ctx): Promise<number> {
  let swept = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rows } = await sql<{ id: string }>`
      select id from media.uploads where expires_at <= ${ctx.clock.now()}
      order by expires_at limit ${AT_ONCE}`.execute(ctx.db);
    for (const { id } of rows) {
      await removeParts(ctx, id);
      await deleteUpload(ctx, id);
    }
    swept += rows.length;
    if (rows.length < AT_ONCE) break;
  }
  return swept;
}
