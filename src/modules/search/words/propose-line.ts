import { recordAct } from '#audit';
import { requireRole } from '#identity';
import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { isSqlState } from '#platform/db';
import { cleanLine } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import type { LexiconKind } from '../analysis/types.ts';
import { ProposalNeedless } from './lexicon-errors.ts';
import { lexiconKinds } from './proposal.ts';

export interface ProposeInput {
  verb: 'add' | 'end';
  kind: string;
  line: string;
  reason: string;
}

const UNIQUE = '23505';
/** What a line of each kind must look like; the reader passes over what it does not understand. */
const SHAPES: Readonly<Record<LexiconKind, RegExp>> = {
  nouns: /^[\p{Script=Arabic}\p{M} ]+(?::[\p{Script=Arabic}\p{M} ,،]+)?$/u,
  adjectives:
    /^[\p{Script=Arabic}\p{M} ]+(?:\/[\p{Script=Arabic}\p{M} ]+)?(?::[\p{Script=Arabic}\p{M} ,،]+)?$/u,
  agents: /^[\p{Script=Arabic}\p{M} ]+=[\p{Script=Arabic}\p{M} ]+$/u,
  verbs:
    /^[\p{Script=Arabic}\p{M} ]+(?:\/[\p{Script=Arabic}\p{M} ]+)?=[\p{Script=Arabic}\p{M} ]+$/u,
  loans: /^[a-z0-9][^:]*:[^:]*[\p{Script=Arabic}{][^:]*$/iu,
  brands: /^[a-z0-9][^:]*:[^:]*[\p{Script=Arabic}{][^:]*$/iu,
  synonyms: /^[^=>]+(?:(?:=[^=>]+)+|>[^=>]+)$/u,
  stop: /^[\p{L}\p{M}]+$/u,
  confusable: /^[^≠]+(?:≠[^≠]+)+$/u,
};

/** Proposes a line for the lexicon (reviewers); another one decides. Refuses InvalidInput, ProposalNeedless. */
export async function proposeLine(ctx: Ctx, input: ProposeInput): Promise<void> {
  requireRole(ctx, 'reviewer');
  const line = cleanLine(input.line).replace(/\s+/g, ' ').trim();
  const reason = cleanLine(input.reason).trim();
  const kind = lexiconKinds.find((known) => known === input.kind);
  const wrong: Record<string, string> = {};
  if (!kind) wrong.kind = 'kind';
  if (line.length > 300 || !kind || !SHAPES[kind].test(line)) wrong.line = 'shape';
  if (reason.length < 3 || reason.length > 500) wrong.reason = 'reason';
  if (!kind || Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  try {
    await inTransaction(ctx, async (tx) => {
      const { rows } = await sql`select from search.lexicon_additions
        where state = 'held' and kind = ${kind} and line = ${line}`.execute(tx.db);
      if (rows.length > 0 !== (input.verb === 'end')) throw new ProposalNeedless();
      const id = newId(tx);
      await sql`insert into search.lexicon_proposals
          (id, verb, kind, line, reason, state, proposed_by, proposed_at)
        values (${id}, ${input.verb}, ${kind}, ${line}, ${reason}, 'waiting', ${requireMember(tx)},
          ${tx.clock.now()})`.execute(tx.db);
      await recordAct(tx, {
        verb: 'search.propose-line',
        subjectKind: 'lexicon-proposal',
        subjectId: id,
        reason,
        after: { verb: input.verb, kind, line },
      });
    });
  } catch (error) {
    if (isSqlState(error, UNIQUE)) throw new ProposalNeedless();
    throw error;
  }
}
