import { type Currency, currencyScale } from './currency.ts';

const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;
const MAX_WHOLE_DIGITS = 12;

/** Latin digits for the Arabic-Indic and Persian ones; everything else stays. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
  });
}

/**
 * Minor units of what a person typed ("15", "$1,500.50", "١٥٫٥٠"), or undefined when it is not
 * clearly an amount of zero or more: "15,5" and more digits than the currency has are not guessed.
 */
export function parseMoneyInput(text: string, currency: Currency = 'USD'): bigint | undefined {
  const plain = latinDigits(text)
    .replace(/[\s\u00a0\u202f\u061c\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
    .replace(/^(?:US)?\$|(?:US)?\$$/, '');
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(plain);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replaceAll(',', '');
  const fraction = match[2] ?? '';
  const scale = currencyScale(currency);
  if (whole.length > MAX_WHOLE_DIGITS || fraction.length > scale) return undefined;
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
