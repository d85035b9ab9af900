import type { Ctx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { addHours } from '#platform/time';
import { insertAsk } from '../moves/order-asks.ts';
import type { OrderRules } from '../moves/order-rules.ts';
import { takeAct, type Taken } from '../moves/take-act.ts';

export interface ProposedAddition {
  orderId: string;
  title: string;
  note: string;
  /** USD cents. */
  priceMinor: bigint;
  /** Days of 24 hours more; 0 when the work takes no longer. */
  days: number;
  key?: string;
}

const MAX_TITLE = 100;
const MAX_NOTE = 2_000;

/**
 * The seller proposes an extra, or a change beyond the included ones, for a price; the buyer accepts by
 * paying, 48 hours of silence end it (SPEC 5.6, 5.8). One stands at a time. Refuses InvalidInput (`title`,
 * `note`, `price`, `days`), order-no-addition-open, order-additions-are-left.
 */
export async function proposeAddition(ctx: Ctx, proposed: ProposedAddition): Promise<Taken> {
  const { orderId, key, priceMinor, days } = proposed;
  const title = cleanText(proposed.title);
  const note = cleanText(proposed.note);
  return takeAct(ctx, { orderId, act: 'propose_addition', key }, async (tx, { rules }) => {
    requireGood({ title, note, priceMinor, days }, rules);
    await insertAsk(tx, orderId, {
      kind: 'addition',
      askedBy: 'seller',
      title,
      reason: note,
      days,
      amountMinor: priceMinor,
      answerBy: addHours(tx.clock.now(), rules.addition.answerHours),
    });
    const details = { reason: title, priceMinor: priceMinor.toString(), days };
    return { details, days, amountMinor: priceMinor };
  });
}

type Terms = Pick<ProposedAddition, 'title' | 'note' | 'priceMinor' | 'days'>;

function requireGood({ title, note, priceMinor, days }: Terms, { addition }: OrderRules): void {
  const errors: Record<string, string> = {};
  if (title === '') errors.title = 'required';
  if (title.length > MAX_TITLE) errors.title = 'too-long';
  if (note.length > MAX_NOTE) errors.note = 'too-long';
  if (priceMinor < addition.minMinor || priceMinor > addition.maxMinor)
    errors.price = 'price-range';
  if (!Number.isInteger(days) || days < 0 || days > addition.mostDays) errors.days = 'days-range';
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
}
