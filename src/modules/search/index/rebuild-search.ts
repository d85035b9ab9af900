import { listSearchable } from '#catalogue';
import type { Ctx } from '#platform/context';
import { forgetKnowledge } from '../knowledge/knowledge.ts';
import { countServiceFigures } from '../ranking/service-figures.report.ts';
import { buildSuggestions } from '../suggesting/build-suggestions.ts';
import { countQuality } from './count-quality.ts';
import { countWords } from './count-words.ts';
import { writeNextDocuments } from './document-row.ts';
import { everyTierMark, quoted, tierMarks, tierSizes, tierSlack } from './lexemes.ts';
import { moveTiers } from './move-tiers.ts';
import { readDocuments } from './read-documents.ts';

const BATCH = 500;
/** Transactions that were under way when it began may carry an earlier instant. */
const UNDER_WAY_MS = 60_000;
const LOCK = 4_217_070;

/** Sizes of the tiers, how far one is kept beyond its size, the marks of each (the last is none) and of all. */
const placing = [
  [...tierSizes],
  tierSlack,
  [...tierSizes.keys(), tierSizes.length].map((at) =>
    tierMarks(at + 1)
      .map(quoted)
      .join(' '),
  ),
  [...everyTierMark],
];

/**
 * Builds the whole index anew beside the one in use and exchanges the two: questions are answered all
 * the while, and what is published meanwhile is taken over. Returns how many services it holds, or
 * undefined when another process is at it.
 */
export async function rebuildSearch(
  ctx: Ctx,
  progress: (done: number) => void = () => undefined,
): Promise<number | undefined> {
  const client = await ctx.pool.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1) as held',
      [LOCK],
    );
    if (!rows[0]?.held) return undefined;
    // Index building is one long statement; the pool's limit is for pages.
    await client.query('set statement_timeout = 0');
    const since = new Date(ctx.clock.now().getTime() - UNDER_WAY_MS);
    await client.query('select search.begin_rebuild()');
    await countServiceFigures(ctx);
    const done = await fill(ctx, progress);
    await client.query('select search.place_rebuild($1, $2, $3, $4)', placing);
    await client.query('select search.index_rebuild()');
    await client.query('select search.finish_rebuild($1)', [since]);
    await countQuality(ctx);
    await moveTiers(ctx);
    await countWords(ctx);
    await buildSuggestions(ctx);
    forgetKnowledge(ctx);
    return done;
  } finally {
    await client.query('reset statement_timeout').catch(() => undefined);
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release();
  }
}

/** While one part is read word by word, the database stores the last and fetches the next. */
async function fill(ctx: Ctx, progress: (done: number) => void): Promise<number> {
  let done = 0;
  let written: Promise<void> = Promise.resolve();
  let asked = listSearchable(ctx, { afterId: undefined, limit: BATCH });
  for (;;) {
    const services = await asked;
    const last = services.at(-1);
    if (!last) break;
    asked = listSearchable(ctx, { afterId: last.card.serviceId, limit: BATCH });
    const [documents] = await Promise.all([readDocuments(ctx, services), written]);
    written = writeNextDocuments(
      ctx,
      documents.map(({ row }) => row),
    );
    // What fails is told where it is waited for.
    for (const one of [asked, written]) one.catch(() => undefined);
    done += services.length;
    progress(done);
  }
  await written;
  return done;
}
