import { type Currency, currencyScale, decimalText } from '#platform/money';
import type { Reader } from './reader.ts';

/** Text that keeps its own left-to-right order wherever it is put (Unicode isolates). */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`;
}

/** The `Intl` tag of a reader, digits and calendar included. */
export function intlTag(reader: Reader): string {
  return `${reader.locale}-u-nu-${reader.digits}-ca-${reader.calendar}`;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(reader: Reader, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const tag = `${reader.locale}-u-nu-${reader.digits}`;
  const key = `${tag}${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tag, options);
    formats.set(key, format);
  }
  return format;
}

/** A number in the reader's digits, grouped. */
export function formatNumber(
  reader: Reader,
  value: number | bigint,
  options: Intl.NumberFormatOptions = {},
): string {
  return numberFormat(reader, options).format(value);
}

/** A share of one (0.185 → 18.5%) in the reader's digits. */
export function formatPercent(reader: Reader, ratio: number, maximumFractionDigits = 1): string {
  return numberFormat(reader, { style: 'percent', maximumFractionDigits }).format(ratio);
}

export interface MoneyStyle {
  readonly currency?: Currency;
  /** `auto` shows a minus only, `always` a plus too, `never` none. */
  readonly sign?: 'auto' | 'always' | 'never';
  /** $15 rather than $15.00; $15.50 stays. */
  readonly trimZeros?: boolean;
}

const symbols = new Map<string, string>();

function currencySymbol(currency: Currency): string {
  let symbol = symbols.get(currency);
  if (symbol === undefined) {
    const parts = new Intl.NumberFormat('en', {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0);
    const name = parts.find((part) => part.type === 'currency')?.value ?? currency;
    symbol = /[A-Za-z]$/.test(name) ? `${name}\u00a0` : name;
    symbols.set(currency, symbol);
  }
  return symbol;
}

function signOf(amountMinor: bigint, sign: MoneyStyle['sign']): string {
  if (sign === 'never' || amountMinor === 0n) return '';
  if (amountMinor < 0n) return '\u2212';
  return sign === 'always' ? '+' : '';
}

const written = new Map<string, string>();
/** Pages repeat few amounts; past this many the memory starts anew. */
const WRITTEN_LIMIT = 5_000;

/** Money without its isolates, for places that isolate by other means (`<bdi dir="ltr">`). */
export function moneyText(reader: Reader, amountMinor: bigint, style: MoneyStyle = {}): string {
  const { currency = 'USD', sign = 'auto', trimZeros = false } = style;
  const key = `${reader.locale}${reader.digits}${currency}${sign}${trimZeros}${amountMinor}`;
  let text = written.get(key);
  if (text === undefined) {
    text = writeMoney(reader, amountMinor, { currency, sign, trimZeros });
    if (written.size >= WRITTEN_LIMIT) written.clear();
    written.set(key, text);
  }
  return text;
}

function writeMoney(reader: Reader, amountMinor: bigint, style: Required<MoneyStyle>): string {
  const { currency, sign, trimZeros } = style;
  const scale = currencyScale(currency);
  const magnitude = amountMinor < 0n ? -amountMinor : amountMinor;
  const whole = trimZeros && magnitude % 10n ** BigInt(scale) === 0n;
  const digits = whole ? 0 : scale;
  const format = numberFormat(reader, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal string is formatted exactly; a Number would lose cents past 2^53.
  const parts = format.formatToParts(decimalText(magnitude, currency) as Intl.StringNumericLiteral);
  const number = parts.map((part) => part.value).join('');
  return `${signOf(amountMinor, sign)}${currencySymbol(currency)}${number}`;
}

/** Money in one order everywhere ($15.00), isolated so that Arabic around it cannot reorder it. */
export function formatMoney(reader: Reader, amountMinor: bigint, style: MoneyStyle = {}): string {
  return isolateLtr(moneyText(reader, amountMinor, style));
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file size in words a person reads: «1.8 م.ب», "1.8 MB". */
export function formatBytes(reader: Reader, bytes: number): string {
  let step = 0;
  let size = bytes;
  while (size >= 1024 && step < BYTE_UNITS.length - 1) {
    size /= 1024;
    step += 1;
  }
  const unit = BYTE_UNITS[step] ?? 'byte';
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const maximumFractionDigits = size < 10 && step > 0 ? 1 : 0;
  return numberFormat(reader, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(
    size,
  );
}

/** «أ وب وج», "a, b and c". */
export function formatList(
  reader: Reader,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(reader.locale === 'en' ? 'en-GB' : 'ar', { type }).format(items);
}
