import { defineFact } from '#platform/facts';
import type { ContactStep } from './ladder/contact-case.ts';
import type { Level } from './level.ts';

/** A member's level became another one. */
export const standingChanged = defineFact<{ memberId: string; level: Level }>(
  'trust.standing-changed',
);

/** An exchange of contact was found and its writer took a step up; what is only masked is no fact. */
export const contactFound = defineFact<{ caseId: string; memberId: string; step: ContactStep }>(
  'trust.contact-found',
);

/** The staff confirmed a case of contact, or lifted it. */
export const contactDecided = defineFact<{ caseId: string; memberId: string; lifted: boolean }>(
  'trust.contact-decided',
);
