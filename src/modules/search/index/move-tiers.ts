import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { knownAfterMs, knownSales } from '../ranking/newcomers.ts';
import { noteChanges } from './document-row.ts';
import {
  everyTierMark,
  marks,
  noTier,
  quoted,
  tierMarks,
  tierSizes,
  tierSlack,
} from './lexemes.ts';

const BATCH = 1_000;

/**
 * Brings services to the tier of their rank by quality, with hysteresis, and ends what is no longer a
 * newcomer's; only their rows touch posting lists. Returns how many moved.
 */
export async function moveTiers(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string; tier: number }>`
    with ranked as (
      select service_id as id, tier as held, row_number() over (order by quality desc, number desc) as rank
      from search.documents),
    placed as (
      select id, held, search.tier_of(rank, held, ${sizes}::integer[], ${tierSlack}::real) as tier
      from ranked)
    select id, tier::integer from placed where tier <> held`.execute(ctx.db);
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    await inTransaction(ctx, (tx) => write(tx, batch));
  }
  await inTransaction(ctx, endNewcomers);
  await keepBounds(ctx);
  return rows.length;
}

const sizes = [...tierSizes];

async function write(tx: TxCtx, batch: readonly { id: string; tier: number }[]): Promise<void> {
  const ids = batch.map(({ id }) => id);
  const texts = batch.map(({ tier }) => tierMarks(tier).map(quoted).join(' '));
  const tiers = batch.map(({ tier }) => tier);
  await sql`with moved as (
      update search.documents d set tier = given.tier,
        words = ts_delete(d.words, ${[...everyTierMark]}::text[]) || given.marks::tsvector
      from unnest(${ids}::uuid[], ${tiers}::smallint[], ${texts}::text[]) as given (id, tier, marks)
      where d.service_id = given.id returning d.service_id, d.words)
    update search.sample s set words = moved.words from moved where moved.service_id = s.service_id`.execute(
    tx.db,
  );
  await noteChanges(tx, ids);
}

async function endNewcomers(tx: TxCtx): Promise<void> {
  const long = new Date(tx.clock.now().getTime() - knownAfterMs);
  const { rows } = await sql<{ id: string }>`with known as (
      update search.documents set words = ts_delete(words, ${marks.newcomer})
      where words @@ ${quoted(marks.newcomer)}::tsquery
        and (sales_count >= ${knownSales} or published_at <= ${long})
      returning service_id as id, words),
    sampled as (
      update search.sample s set words = known.words from known where known.id = s.service_id)
    select id from known`.execute(tx.db);
  await noteChanges(
    tx,
    rows.map(({ id }) => id),
  );
}

/** What a service that comes new must have to be in a tier. */
async function keepBounds(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await sql`delete from search.tier_bounds`.execute(tx.db);
    await sql`insert into search.tier_bounds (tier, quality)
      select tier, min(quality) from search.documents where tier < ${noTier} group by tier`.execute(
      tx.db,
    );
  });
}
