import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import type { LexiconEntry, LexiconKind } from '../analysis/types.ts';

/** The kinds of lines, in the order of the form. */
export const lexiconKinds: readonly LexiconKind[] = [
  'nouns',
  'adjectives',
  'agents',
  'verbs',
  'loans',
  'brands',
  'synonyms',
  'stop',
  'confusable',
];

/** A line that somebody of the staff wants in the lexicon, or out of it. */
export interface Proposal extends LexiconEntry {
  proposalId: string;
  verb: 'add' | 'end';
  reason: string;
  state: 'waiting' | 'approved' | 'declined';
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
}

const COLUMNS =
  sql.raw(`id as "proposalId", verb, kind, line, reason, state, proposed_by as "proposedBy",
  proposed_at as "proposedAt", decided_by as "decidedBy", decided_at as "decidedAt"`);

/** Waiting proposals first, then the newest decided ones; at most 60. */
export async function listProposals(ctx: Ctx): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`select ${COLUMNS} from search.lexicon_proposals
    order by state = 'waiting' desc, proposed_at desc limit 60`.execute(ctx.db);
  return rows;
}

/** A proposal, locked; refuses NotFound. */
export async function lockProposal(tx: Ctx, proposalId: string): Promise<Proposal> {
  const { rows } = isUuid(proposalId)
    ? await sql<Proposal>`select ${COLUMNS} from search.lexicon_proposals
        where id = ${proposalId} for update`.execute(tx.db)
    : { rows: [] };
  const [found] = rows;
  if (!found) throw new NotFound();
  return found;
}

/** What the staff added and holds now, the newest first; at most 200. */
export async function listAdditions(ctx: Ctx): Promise<LexiconEntry[]> {
  const { rows } = await sql<LexiconEntry>`select kind, line from search.lexicon_additions
    where state = 'held' order by added_at desc, id desc limit 200`.execute(ctx.db);
  return rows;
}
