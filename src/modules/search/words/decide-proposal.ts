import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { type Ctx, inTransaction, requireMember, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { addLexiconLine } from '../knowledge/add-lexicon-line.ts';
import { endLexiconLine } from '../knowledge/end-lexicon-line.ts';
import { OwnProposal, ProposalDecided } from './lexicon-errors.ts';
import { lockProposal, type Proposal } from './proposal.ts';

/**
 * Approves or declines a proposal (reviewers). Nobody approves their own; an approved line holds at
 * once, and the services whose words it reads differently are indexed anew by a job. Refuses NotFound,
 * OwnProposal, ProposalDecided.
 */
export async function decideProposal(
  ctx: Ctx,
  input: { proposalId: string; approved: boolean },
): Promise<void> {
  requireRole(ctx, 'reviewer');
  const memberId = requireMember(ctx);
  await inTransaction(ctx, async (tx) => {
    const proposal = await lockProposal(tx, input.proposalId);
    if (proposal.state !== 'waiting') throw new ProposalDecided();
    if (input.approved && proposal.proposedBy === memberId) throw new OwnProposal();
    await sql`update search.lexicon_proposals set state = ${input.approved ? 'approved' : 'declined'},
        decided_by = ${memberId}, decided_at = ${tx.clock.now()}
      where id = ${proposal.proposalId} and state = 'waiting'`.execute(tx.db);
    if (input.approved) await hold(tx, proposal);
    await recordAct(tx, {
      verb: input.approved ? 'search.approve-line' : 'search.decline-line',
      subjectKind: 'lexicon-proposal',
      subjectId: proposal.proposalId,
      after: { verb: proposal.verb, kind: proposal.kind, line: proposal.line },
    });
  });
}

/** Two people have agreed: for the act itself that counts as an admin's word. */
async function hold(tx: TxCtx, proposal: Proposal): Promise<void> {
  const { actor } = tx;
  const agreed: TxCtx =
    actor.kind === 'member' ? { ...tx, actor: { ...actor, roles: [...actor.roles, 'admin'] } } : tx;
  const { verb, kind, line } = proposal;
  if (verb === 'add') {
    await addLexiconLine(agreed, { kind, line });
    return;
  }
  const { rows } = await sql<{ id: string }>`select id from search.lexicon_additions
    where kind = ${kind} and line = ${line} and state = 'held'`.execute(tx.db);
  if (rows[0]) await endLexiconLine(agreed, rows[0].id);
}
