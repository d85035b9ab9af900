import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { actorName, type Ctx, inTransaction, newId } from '#platform/context';
import { wakeJob } from '#platform/jobs';
import { sql } from 'kysely';
import type { LexiconEntry } from '../analysis/types.ts';
import { lexiconFromFiles } from '../lexicon/read-files.ts';
import { LexiconLineRefused } from '../search-errors.ts';
import { applyLexiconJob } from './apply-lexicon-lines.ts';

const LONGEST = 300;

/**
 * Adds a line to the lexicon, in the manner of its files; services that hold its words are indexed
 * anew. Admins only. Refuses LexiconLineRefused, NotFound. Returns the addition's id.
 */
export async function addLexiconLine(ctx: Ctx, entry: LexiconEntry): Promise<string> {
  requireRole(ctx, 'admin');
  const line = entry.line.trim().normalize('NFC');
  if (line === '' || line.length > LONGEST || !isReadable({ kind: entry.kind, line }))
    throw new LexiconLineRefused();
  const id = newId(ctx);
  return inTransaction(ctx, async (tx) => {
    const { rows } = await sql`insert into search.lexicon_additions
        (id, kind, line, state, added_by, added_at)
      values (${id}, ${entry.kind}, ${line}, 'held', ${actorName(tx)}, ${tx.clock.now()})
      on conflict (kind, line) where state = 'held' do nothing returning id`.execute(tx.db);
    if (rows.length === 0) throw new LexiconLineRefused();
    await recordAct(tx, {
      verb: 'search.add-lexicon-line',
      subjectKind: 'lexicon',
      subjectId: id,
      reason: '',
      after: { kind: entry.kind, line },
    });
    await wakeJob(tx, applyLexiconJob);
    return id;
  });
}

function isReadable(entry: LexiconEntry): boolean {
  try {
    lexiconFromFiles([entry]);
    return true;
  } catch {
    return false;
  }
}
