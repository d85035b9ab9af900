import { requireRole } from '#identity';
import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type { LexiconKind } from '../analysis/types.ts';

export interface LexiconAddition {
  additionId: string;
  kind: LexiconKind;
  line: string;
  state: 'held' | 'ended';
  addedBy: string;
  addedAt: Date;
  endedAt: Date | null;
}

const MOST = 200;

/** What the staff added to the lexicon, the newest first. Admins only. Refuses NotFound. */
export async function listLexiconLines(ctx: Ctx): Promise<LexiconAddition[]> {
  requireRole(ctx, 'admin');
  const { rows } = await sql<LexiconAddition>`select id as "additionId", kind, line, state,
      added_by as "addedBy", added_at as "addedAt", ended_at as "endedAt"
    from search.lexicon_additions order by added_at desc, id desc limit ${MOST}`.execute(ctx.db);
  return rows;
}
