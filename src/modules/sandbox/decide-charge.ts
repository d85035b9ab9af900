import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { addMs, SECOND_MS, systemClock } from '#platform/time';
import type { Charge, Delivery, Outcome } from './charge.ts';
import { getCharge, moveCharge } from './charge-store.ts';
import { queueWebhook } from './webhooks.ts';

const DELAY_MS = 12 * SECOND_MS;
const LATE_MS = 10 * SECOND_MS;

/** What the payer decided on the hosted page takes effect; a charge already decided stays as it is. Refuses NotFound. */
export async function decideCharge(
  ctx: Ctx,
  input: { chargeId: string; outcome: Exclude<Outcome, 'three-d-secure'>; delivery: Delivery },
): Promise<Charge> {
  return inTransaction(ctx, async (tx) => {
    const charge = await getCharge(tx, input.chargeId);
    const finishesAt = addMs(systemClock.now(), DELAY_MS);
    const to = { success: 'succeeded', decline: 'declined', delay: 'processing' } as const;
    const moved = await moveCharge(tx, charge.chargeId, {
      from: 'pending',
      to: to[input.outcome],
      ...(input.outcome === 'delay' ? { finishesAt } : {}),
    });
    if (moved) await tellSite(tx, charge.chargeId, input);
    return getCharge(tx, input.chargeId);
  });
}

async function tellSite(
  tx: TxCtx,
  chargeId: string,
  input: { outcome: string; delivery: Delivery },
): Promise<void> {
  const base = input.outcome === 'delay' ? DELAY_MS : 0;
  const last = input.outcome === 'decline' ? 'charge.declined' : 'charge.succeeded';
  const word = (type: string, afterMs: number) => queueWebhook(tx, { chargeId, type, afterMs });
  switch (input.delivery) {
    case 'now':
      return word(last, base);
    case 'late':
      return word(last, base + LATE_MS);
    case 'twice': {
      await word(last, base);
      return word(last, base);
    }
    case 'out-of-order': {
      await word(last, base);
      return word('charge.processing', base + SECOND_MS);
    }
    case 'never':
  }
}
