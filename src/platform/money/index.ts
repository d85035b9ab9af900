export {
  clampMinor,
  type Money,
  percentHalfUp,
  sumMinor,
  usd,
  WHOLE_BASIS_POINTS,
} from './amount.ts';
export { type Currency, currencyScale, decimalText, minorPerMajor } from './currency.ts';
export { latinDigits, parseMoneyInput } from './parse-money-input.ts';
