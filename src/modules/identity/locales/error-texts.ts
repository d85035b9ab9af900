import type { Reader } from '#platform/i18n';
import { identityWords } from './index.ts';

/** The sentences for the message codes of a refused form. */
export function errorTexts(
  reader: Reader,
  errors: Readonly<Record<string, string>>,
): Record<string, string> {
  const words: Readonly<Record<string, string>> = identityWords(reader).errors;
  const texts: Record<string, string> = {};
  for (const [path, code] of Object.entries(errors)) {
    const field = path.split('.')[0] ?? path;
    texts[field] ??= words[`${field}.${code}`] ?? words[code] ?? words.invalid ?? code;
  }
  return texts;
}
