import type { Locale } from '#platform/i18n';
import { type HttpSettings } from './environment.ts';
import { httpWords } from './locales/index.ts';

/** The sentence for a refusal or flash code in the reader's language; unknown codes get the general one. */
export function textOf(
  settings: Pick<HttpSettings, 'refusalWords'>,
  locale: Locale,
  refusal: { code: string; details?: Record<string, unknown> },
): string {
  const own = httpWords(locale);
  for (const words of [
    ...settings.refusalWords,
    (language: Locale) => httpWords(language).refusals,
  ]) {
    const text = (words(locale) as Record<string, unknown>)[refusal.code];
    if (typeof text === 'string') return text;
    if (typeof text === 'function') return String(text(refusal.details ?? {}));
  }
  return own.refusals['conflict'];
}
