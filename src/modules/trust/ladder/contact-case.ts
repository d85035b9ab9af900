import type { ContactPart } from '../contact/contact-part.ts';

/** First masked and explained, then warned, then messages off, then the staff look (SPEC 7.2). */
export type ContactStep = 'masked' | 'warned' | 'paused' | 'review';

const STEPS: readonly ContactStep[] = ['masked', 'warned', 'paused', 'review'];

/** The step after so many strikes that stand. */
export function stepAfter(strikes: number): ContactStep {
  return STEPS[Math.min(strikes, STEPS.length - 1)] ?? 'review';
}

/** Steps that turn messages before orders off. */
export const PAUSING: readonly ContactStep[] = ['paused', 'review'];

/** A message in which a way out of the site was found. */
export interface ContactCase {
  caseId: string;
  memberId: string;
  /** Whom it was written to. */
  otherId: string;
  place: 'talk' | 'order';
  subjectId: string;
  messageId: string;
  body: string;
  parts: ContactPart[];
  step: ContactStep;
  /** It is a strike while it stands. */
  counts: boolean;
  at: Date;
  expiresAt: Date;
  objectedAt: Date | null;
  objection: string | null;
  /** Shown again from the objection on, until it is decided. */
  believed: boolean;
  outcome: 'confirmed' | 'lifted' | null;
  decidedAt: Date | null;
  decisionReason: string | null;
}
