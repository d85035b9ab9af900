import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { countServiceFigures } from '../ranking/service-figures.report.ts';
import { buildSuggestions } from '../suggesting/build-suggestions.ts';
import { countQuality } from './count-quality.ts';
import { countWords } from './count-words.ts';
import { moveTiers } from './move-tiers.ts';

const KEPT_CHANGES_MS = 2 * 3_600_000;

/** The hourly round: figures out of orders, quality, tiers, words, suggestions; old notes of changes go. */
export async function refreshSearch(ctx: Ctx): Promise<void> {
  await countServiceFigures(ctx);
  await countQuality(ctx);
  await moveTiers(ctx);
  await countWords(ctx);
  await buildSuggestions(ctx);
  const old = new Date(ctx.clock.now().getTime() - KEPT_CHANGES_MS);
  await sql`delete from search.changes where at < ${old}`.execute(ctx.db);
}
