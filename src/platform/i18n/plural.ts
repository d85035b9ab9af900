import type { Digits, Locale } from './reader.ts';
import { currentDigits } from './words.ts';

/** The six Arabic forms; '#' stands for the number. `zero` falls back to `other`. */
export interface ArabicForms {
  readonly zero?: string;
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** The two English forms; '#' stands for the number. */
export interface EnglishForms {
  readonly one: string;
  readonly other: string;
}

const rules: Record<Locale, Intl.PluralRules> = {
  ar: new Intl.PluralRules('ar'),
  en: new Intl.PluralRules('en'),
};
const numbers = new Map<string, Intl.NumberFormat>();

function shown(locale: Locale, n: number, digits: Digits): string {
  const tag = `${locale}-u-nu-${digits}`;
  let format = numbers.get(tag);
  if (!format) {
    format = new Intl.NumberFormat(tag);
    numbers.set(tag, format);
  }
  return format.format(n);
}

/** «تعديلان», «3 تعديلات», «11 تعديلًا»: the Arabic form that agrees with the number. */
export function arPlural(n: number, forms: ArabicForms, digits: Digits = currentDigits()): string {
  const form = forms[rules.ar.select(n)] ?? forms.other;
  return form.replaceAll('#', shown('ar', n, digits));
}

/** "1 change", "3 changes". */
export function enPlural(n: number, forms: EnglishForms, digits: Digits = currentDigits()): string {
  const form = rules.en.select(n) === 'one' ? forms.one : forms.other;
  return form.replaceAll('#', shown('en', n, digits));
}
