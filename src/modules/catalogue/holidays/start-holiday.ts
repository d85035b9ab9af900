import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { DAY_MS } from '#platform/time';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { lockSeller } from '../service-store.ts';
import { putHoliday, setAway } from './holiday-store.ts';

/** Longer than that is no holiday: services are paused one by one. */
export const MOST_DAYS = 90;

/**
 * The member goes on holiday until an instant (SPEC 2.6): all their services leave the lists and are
 * not sold, running orders go on. While away it moves the return. Refuses SignInRequired,
 * InvalidInput (`returnsOn`: not ahead, or more than 90 days).
 */
export async function startHoliday(
  ctx: Ctx,
  input: { returnsAt: Date | undefined },
): Promise<void> {
  const sellerId = requireMember(ctx);
  const { returnsAt } = input;
  const aheadMs = (returnsAt?.getTime() ?? 0) - ctx.clock.now().getTime();
  if (!returnsAt || !(aheadMs > 0)) throw new InvalidInput({ returnsOn: 'return-ahead' });
  if (aheadMs > MOST_DAYS * DAY_MS) throw new InvalidInput({ returnsOn: 'return-late' });
  const hidden = await inTransaction(ctx, async (tx) => {
    await lockSeller(tx, sellerId);
    await putHoliday(tx, sellerId, returnsAt);
    return setAway(tx, sellerId, true);
  });
  for (const serviceId of hidden) forgetSellableService(serviceId);
}
