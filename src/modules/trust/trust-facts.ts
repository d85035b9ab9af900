import { defineFact } from '#platform/facts';
import type { Level } from './level.ts';

/** A member's level became another one. */
export const standingChanged = defineFact<{ memberId: string; level: Level }>(
  'trust.standing-changed',
);
