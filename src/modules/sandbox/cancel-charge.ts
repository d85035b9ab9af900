import { type Ctx, inTransaction } from '#platform/context';
import { systemClock } from '#platform/time';
import { type Charge, stateAt } from './charge.ts';
import { getCharge, moveCharge } from './charge-store.ts';

/** Takes no money any more unless it was taken or is being taken already; answers how the charge stands. Refuses NotFound. */
export async function cancelCharge(ctx: Ctx, chargeId: string): Promise<Charge> {
  return inTransaction(ctx, async (tx) => {
    const charge = await getCharge(tx, chargeId);
    if (stateAt(charge, systemClock.now()) === 'pending') {
      await moveCharge(tx, chargeId, { from: 'pending', to: 'cancelled' });
    }
    return getCharge(tx, chargeId);
  });
}
