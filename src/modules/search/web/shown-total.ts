import type { Reader } from '#platform/i18n';
import { searchWords } from '../locales/index.ts';

/** How many were found, in words; a guess out of a sample is rounded and says so. */
export function shownTotal(reader: Reader, found: { total: number; exact: boolean }): string {
  const words = searchWords(reader);
  if (found.exact) return words.services(found.total);
  return words.about(words.services(Number(found.total.toPrecision(2))));
}
