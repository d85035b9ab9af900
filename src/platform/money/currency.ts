/** An ISO 4217 code. The ledger keeps USD; other currencies are only shown beside it (SPEC 6.7). */
export type Currency = 'USD' | (string & {});

const scales = new Map<string, number>();

/** Digits after the point of a currency: USD 2, KWD 3, JPY 0. */
export function currencyScale(currency: Currency): number {
  const known = scales.get(currency);
  if (known !== undefined) return known;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const scale = options.maximumFractionDigits ?? 2;
  scales.set(currency, scale);
  return scale;
}

/** Minor units in one major unit: 100n for USD, 1000n for KWD. */
export function minorPerMajor(currency: Currency): bigint {
  return 10n ** BigInt(currencyScale(currency));
}

/** An exact decimal text of an amount, with the currency's digits: 1500n → "15.00". For `Intl` and for files, not for screens. */
export function decimalText(amountMinor: bigint, currency: Currency = 'USD'): string {
  const scale = currencyScale(currency);
  const magnitude = (amountMinor < 0n ? -amountMinor : amountMinor).toString();
  const padded = magnitude.padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = scale === 0 ? '' : `.${padded.slice(-scale)}`;
  return `${amountMinor < 0n ? '-' : ''}${whole}${fraction}`;
}
