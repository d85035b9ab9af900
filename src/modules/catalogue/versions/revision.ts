import type { RevisionState, Service, ServiceState } from '../service.ts';

export type RevisionVerb =
  | 'revise'
  | 'withdraw-revision'
  | 'submit-revision'
  | 'reject-revision'
  | 'approve-revision'
  | 'drop-revision';

interface Move {
  readonly from: readonly RevisionState[];
  readonly to: RevisionState;
}

/** What may follow: a revision moves by a row of this table or not at all. */
export const revisionMoves: Readonly<Record<RevisionVerb, Move>> = {
  revise: { from: ['closed'], to: 'pending_review' },
  'withdraw-revision': { from: ['pending_review'], to: 'draft' },
  'submit-revision': { from: ['draft', 'rejected'], to: 'pending_review' },
  'reject-revision': { from: ['pending_review'], to: 'rejected' },
  'approve-revision': { from: ['pending_review'], to: 'closed' },
  'drop-revision': { from: ['draft', 'pending_review', 'rejected'], to: 'closed' },
};

/** Whether the verb is allowed for the service's next version, if it has one. */
export function canMoveRevision(
  { revision }: Pick<Service, 'revision'>,
  verb: RevisionVerb,
): boolean {
  return revisionMoves[verb].from.includes(revision?.state ?? 'closed');
}

/** The number of what the seller sees in the editor: of the next version, else of what is sold. */
export function latestVersion(service: Service): number {
  return service.revision?.version ?? service.version;
}

/** The state of what the seller sees in the editor. */
export function latestState(service: Service): ServiceState {
  return service.revision?.state ?? service.state;
}

/**
 * The service as it would be if its next version were sold now; the service itself when it has none.
 * Upgrades and questions that are new have ids of their place until they are approved.
 */
export function revisedService(service: Service): Service {
  const { revision } = service;
  if (!revision) return service;
  const { content } = revision;
  return {
    ...service,
    ...content,
    version: revision.version,
    upgrades: content.upgrades.map((upgrade, index) => ({
      ...upgrade,
      upgradeId: upgrade.upgradeId ?? `new-${index}`,
    })),
    questions: content.questions.map(({ choices, ...question }, index) => ({
      ...question,
      questionId: question.questionId ?? `new-${index}`,
      ...(question.kind === 'choice' ? { choices } : {}),
    })),
    reviewNotes: revision.reviewNotes,
  };
}
