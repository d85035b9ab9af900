export { isLevel, type Level, levels } from './level.ts';
export { setStanding } from './set-standing.ts';
export { type StandingChange, listStandingChanges } from './standing-lists.ts';
export { standingOf, standingsOf } from './standing-store.ts';
export { SameStanding } from './trust-errors.ts';
export { standingChanged } from './trust-facts.ts';
