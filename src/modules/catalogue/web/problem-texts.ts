import type { Reader } from '#platform/i18n';
import { catalogueWords } from '../locales/index.ts';

/** Field name → sentence, from field name → message code. */
export function problemTexts(
  reader: Reader,
  codes: Readonly<Record<string, string>>,
): Record<string, string> {
  const words: Readonly<Record<string, string>> = catalogueWords(reader).problems;
  return Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, words[code] ?? words.invalid ?? code]),
  );
}
