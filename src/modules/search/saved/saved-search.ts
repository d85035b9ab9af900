import { DAY_MS, HOUR_MS } from '#platform/time';

/** A search that a member keeps. */
export interface SavedSearch {
  savedId: string;
  memberId: string;
  name: string;
  /** Canonical address of the search page. */
  address: string;
  /** Whether letters are sent about new services. */
  alerts: boolean;
  savedAt: Date;
}

export const mostSaved = 30;
export const longestName = 80;

/** After a letter, and after a look that found nothing. */
export const nextAfterLetterMs = DAY_MS;
export const nextAfterNothingMs = 3 * HOUR_MS;
