import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type pg from 'pg';
import type { LexiconEntry } from '../analysis/types.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { lexiconFromFiles } from '../lexicon/read-files.ts';

const lexicons = new WeakMap<pg.Pool, { additions: string; lexicon: Lexicon }>();
let ofFiles: Lexicon | undefined;

/** The lexicon of the files with what the staff added; made anew only when an addition came or ended. */
export async function heldLexicon(ctx: Ctx): Promise<Lexicon> {
  const { rows } = await sql<LexiconEntry>`select kind, line from search.lexicon_additions
    where state = 'held' order by kind, line`.execute(ctx.db);
  const additions = JSON.stringify(rows);
  const held = lexicons.get(ctx.pool);
  if (held?.additions === additions) return held.lexicon;
  const lexicon = rows.length === 0 ? (ofFiles ??= lexiconFromFiles()) : lexiconFromFiles(rows);
  lexicons.set(ctx.pool, { additions, lexicon });
  return lexicon;
}
