import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { qualityOf, type ServiceFigures } from '../ranking/formula.ts';
import { weightsNow } from '../ranking/weights.ts';
import { noteChanges } from './document-row.ts';

const BATCH = 2_000;
const DAY_MS = 86_400_000;
/** A smaller change moves nothing that anybody sees. */
const SAME = 0.002;

interface QualityRow extends Omit<ServiceFigures, 'ageDays'> {
  id: string;
  quality: number;
  publishedAt: Date;
}

/** Counts the quality of every service anew by the formula as it is now; returns how many changed. */
export async function countQuality(ctx: Ctx): Promise<number> {
  const weights = await weightsNow(ctx);
  let changed = 0;
  let afterId = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await readRows(ctx, afterId);
    const last = rows.at(-1);
    if (!last) return changed;
    afterId = last.id;
    const moved = rows
      .map((row) => ({ row, quality: qualityOf(figuresOf(ctx, row), weights) }))
      .filter(({ row, quality }) => Math.abs(row.quality - quality) > SAME);
    if (moved.length > 0) await inTransaction(ctx, (tx) => write(tx, moved));
    changed += moved.length;
  }
}

function figuresOf(ctx: Ctx, { publishedAt, ...row }: QualityRow): ServiceFigures {
  return { ...row, ageDays: (ctx.clock.now().getTime() - publishedAt.getTime()) / DAY_MS };
}

async function readRows(ctx: Ctx, afterId: string): Promise<QualityRow[]> {
  const { rows } = await sql<QualityRow>`
    select d.service_id as id, d.quality, d.published_at as "publishedAt", d.level,
      d.rating_hundredths as "ratingHundredths", d.rating_count as "ratingCount",
      coalesce(f.buyers, 0) as buyers, coalesce(f.recent_buyers, 0) as "recentBuyers",
      coalesce(f.completed, 0) as completed, coalesce(f.ended, 0) as ended,
      coalesce(f.on_time, 0) as "onTime", coalesce(f.delivered, 0) as delivered,
      coalesce(f.replied, 0) as replied, coalesce(f.asked, 0) as asked
    from search.documents d left join search.figures f on f.service_id = d.service_id
    where d.service_id > ${afterId} order by d.service_id limit ${BATCH}`.execute(ctx.db);
  return rows;
}

async function write(
  tx: TxCtx,
  moved: readonly { row: QualityRow; quality: number }[],
): Promise<void> {
  const ids = moved.map(({ row }) => row.id);
  await sql`update search.documents d set quality = given.quality
    from unnest(${ids}::uuid[], ${moved.map(({ quality }) => quality)}::real[]) as given (id, quality)
    where d.service_id = given.id`.execute(tx.db);
  await noteChanges(tx, ids);
}
