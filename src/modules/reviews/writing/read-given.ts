import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { CRITERIA, type Given, type ReviewSide } from '../review.ts';

/** What a form sends: numbers as typed, the text as written. */
export interface Written {
  quality?: number;
  communication?: number;
  onTime?: number;
  stars?: number;
  body: string;
}

export const MAX_BODY = 2_000;
const isStar = (n: number | undefined): n is number =>
  n !== undefined && Number.isInteger(n) && n >= 1 && n <= 5;

/** Judges what one side wrote: every star of that side and some text. Refuses InvalidInput by field. */
export function readGiven(side: ReviewSide, written: Written): { given: Given; body: string } {
  const body = cleanText(written.body);
  const names = side === 'buyer' ? CRITERIA : (['stars'] as const);
  const wrong: Record<string, string> = {};
  for (const name of names) if (!isStar(written[name])) wrong[name] = 'stars-needed';
  if (body === '') wrong.body = 'required';
  if (body.length > MAX_BODY) wrong.body = 'too-long';
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
  const { quality = 0, communication = 0, onTime = 0, stars = 0 } = written;
  const given: Given =
    side === 'buyer'
      ? { side: 'buyer', quality, communication, onTime }
      : { side: 'seller', stars };
  return { given, body };
}
