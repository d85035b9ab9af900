import { type Ctx, inTransaction } from '#platform/context';
import { storeOf } from '#platform/storage';
import { sql } from 'kysely';
import { keptForMs } from '../resumable/upload-terms.ts';
import { variantKeys } from '../variants/variant-keys.ts';

const AT_ONCE = 100;
const ROUNDS = 50;

interface Unkept {
  id: string;
  storage_key: string;
}

/**
 * Removes files that were taken in and never used: in no gallery, message or delivery after seven
 * days. The row goes first, so that nobody can keep a file whose bytes are gone.
 */
export async function sweepUnkeptFiles(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptForMs);
  const store = await storeOf(ctx);
  let swept = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const gone = await inTransaction(ctx, async (tx) => {
      const { rows } = await sql<Unkept>`
        delete from media.files where id in (
          select id from media.files where kept_at is null and at <= ${before}
          order by at limit ${AT_ONCE} for update skip locked)
        returning id, storage_key`.execute(tx.db);
      return rows;
    });
    for (const file of gone) {
      await store.remove(file.storage_key);
      for (const key of variantKeys(file.id)) await store.remove(key);
    }
    swept += gone.length;
    if (gone.length < AT_ONCE) break;
  }
  return swept;
}
