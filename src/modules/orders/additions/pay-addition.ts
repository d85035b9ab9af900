import { asLedgerRefusal, InsufficientBalance } from '#ledger';
import { actorName, newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { dueAtAfterAddition } from '../moves/order-clocks.ts';
import type { Added, Taking } from '../moves/take-act.ts';
import { BalanceShort } from '../order-errors.ts';
import { itemJson } from '../order-row.ts';

/** What is added: the price (USD cents) of all of it, and days of 24 hours more. */
export interface Addition {
  title: string;
  note: string;
  priceMinor: bigint;
  days: number;
  upgradeId?: string;
  /** The proposal that is accepted. */
  askId?: string;
}

/**
 * Pays for an addition from the buyer's balance, credit first: in one statement the line is written, the
 * price of the order grows and the escrow with it. Answers what the order's move says of it. Refuses
 * BalanceShort; then nothing of the act has happened.
 */
export async function payAddition(
  tx: TxCtx,
  { order, rules }: Taking,
  addition: Addition,
): Promise<Added> {
  const additionId = newId(tx);
  const { title, note, priceMinor, days, upgradeId, askId } = addition;
  const item = itemJson({
    kind: upgradeId ? 'upgrade' : 'extra',
    title,
    unitPriceMinor: priceMinor,
    quantity: 1,
    daysDelta: days,
    upgradeId,
    note,
    additionId,
  });
  const row = {
    id: additionId,
    order_id: order.orderId,
    ask_id: askId,
    upgrade_id: upgradeId,
    title,
    note,
    price_minor: Number(priceMinor),
    days,
    item,
  };
  const spend = {
    credit_transfer_id: newId(tx),
    earned_transfer_id: newId(tx),
    actor: actorName(tx),
  };
  const now = tx.clock.now();
  try {
    await sql`select orders.pay_addition(${JSON.stringify(row)}::jsonb, ${JSON.stringify(spend)}::jsonb,
      ${now})`.execute(tx.db);
  } catch (error) {
    const refusal = asLedgerRefusal(error);
    throw refusal instanceof InsufficientBalance ? new BalanceShort(refusal.missingMinor) : refusal;
  }
  return {
    change: { dueAt: dueAtAfterAddition(order, days, { now, rules }) },
    details: { reason: title, priceMinor: priceMinor.toString(), days },
    days,
    amountMinor: priceMinor,
  };
}
