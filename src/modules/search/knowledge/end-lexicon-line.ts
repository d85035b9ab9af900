import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { type Ctx, inTransaction } from '#platform/context';
import { isUuid } from '#platform/ids';
import { wakeJob } from '#platform/jobs';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { applyLexiconJob } from './apply-lexicon-lines.ts';

/** Takes an added line out of the lexicon again; it stays in the list as ended. Admins only. Refuses NotFound. */
export async function endLexiconLine(ctx: Ctx, additionId: string): Promise<void> {
  requireRole(ctx, 'admin');
  if (!isUuid(additionId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ line: string; kind: string }>`update search.lexicon_additions
      set state = 'ended', applied_at = null, ended_at = ${tx.clock.now()}
      where id = ${additionId} and state = 'held' returning line, kind`.execute(tx.db);
    const [ended] = rows;
    if (!ended) throw new NotFound();
    await recordAct(tx, {
      verb: 'search.end-lexicon-line',
      subjectKind: 'lexicon',
      subjectId: additionId,
      reason: '',
      before: { kind: ended.kind, line: ended.line },
    });
    await wakeJob(tx, applyLexiconJob);
  });
}
