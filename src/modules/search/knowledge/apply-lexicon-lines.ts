import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { analyseText, termsOf } from '../analysis/analyse-text.ts';
import { foldWord } from '../analysis/fold-word.ts';
import { indexServices } from '../index/index-services.ts';
import { quoted } from '../index/lexemes.ts';
import { lexiconFromFiles } from '../lexicon/read-files.ts';
import { forgetKnowledge, knowledgeOf } from './knowledge.ts';

/** The job that does it, woken by a change of the lexicon. */
export const applyLexiconJob = 'search.apply-lexicon-lines';

const BATCH = 200;

/**
 * Indexes anew the services that hold words of the lexicon lines that came or ended, under the terms
 * they had before or have now; no others. Returns how many.
 */
export async function applyLexiconLines(ctx: Ctx): Promise<number> {
  const { rows: lines } = await sql<{ id: string; line: string; state: string }>`
    select id, line, state from search.lexicon_additions where applied_at is null
    order by added_at limit 100`.execute(ctx.db);
  if (lines.length === 0) return 0;
  forgetKnowledge(ctx);
  const { analyse } = await knowledgeOf(ctx);
  const before = (line: string) => analyseText(lexiconFromFiles(), line);
  const terms = lines.flatMap(({ line }) => [
    ...before(line).flatMap(termsOf),
    ...analyse(line).flatMap(termsOf),
    ...line.split(/[^\p{L}\p{N}]+/u).map(foldWord),
  ]);
  const touched = await servicesWith(
    ctx,
    [...new Set(terms)].filter((term) => term.length > 1),
  );
  for (let start = 0; start < touched.length; start += BATCH)
    await indexServices(ctx, touched.slice(start, start + BATCH));
  await inTransaction(ctx, async (tx) => {
    for (const { id, state } of lines)
      await sql`update search.lexicon_additions set applied_at = ${tx.clock.now()}
        where id = ${id} and state = ${state}`.execute(tx.db);
  });
  return touched.length;
}

async function servicesWith(ctx: Ctx, terms: readonly string[]): Promise<string[]> {
  if (terms.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select service_id as id from search.documents
    where words @@ ${terms.map(quoted).join(' | ')}::tsquery order by service_id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
