import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { analyzerVersion } from '../analysis/analyse-text.ts';
import { indexServices } from './index-services.ts';
import { findMissingServices } from './missing-services.report.ts';

const BATCH = 200;
const MOST_BATCHES = 250;

/**
 * Indexes anew the rows that an older analyser wrote, and the listed services that have none, at most
 * 50,000 at once; returns how many.
 */
export async function reindexStale(ctx: Ctx): Promise<number> {
  let done = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const ids = [...(await findStale(ctx)), ...(await findMissingServices(ctx, BATCH))];
    if (ids.length === 0) return done;
    await indexServices(ctx, ids);
    done += ids.length;
  }
  return done;
}

async function findStale(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select service_id as id from search.documents
    where analyzer <> ${analyzerVersion} limit ${BATCH}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
