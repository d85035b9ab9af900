import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';

const MAX_TEXT = 5_000;

/** What a person writes in a dispute, cleaned; refuses InvalidInput by its field. */
export function statement(field: string, text: string): string {
  const clean = cleanText(text);
  if (clean === '') throw new InvalidInput({ [field]: 'required' });
  if (clean.length > MAX_TEXT) throw new InvalidInput({ [field]: 'too-long' });
  return clean;
}

/** A sum (USD cents) between two bounds; refuses InvalidInput (`amount`). */
export function sumWithin(amountMinor: bigint, least: bigint, most: bigint): void {
  if (amountMinor < least || amountMinor > most) throw new InvalidInput({ amount: 'amount-range' });
}
