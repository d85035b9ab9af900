export { encodedPath, wholeAddress } from './address.ts';
export { type DateStyle, formatDate, formatDuration, formatRelative } from './date.ts';
export {
  formatBytes,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  intlTag,
  isolateLtr,
  type MoneyStyle,
  moneyText,
} from './number.ts';
export { type ArabicForms, arPlural, type EnglishForms, enPlural } from './plural.ts';
export {
  barePath,
  DEFAULT_READER,
  type Digits,
  direction,
  type Locale,
  LOCALES,
  localePath,
  pathLocale,
  type Reader,
} from './reader.ts';
export { cleanLine, cleanText, slugify } from './text.ts';
export { defineWords, type WordsLike } from './words.ts';
