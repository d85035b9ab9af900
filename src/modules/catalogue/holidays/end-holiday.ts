import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { lockSeller } from '../service-store.ts';
import { closeHoliday, setAway } from './holiday-store.ts';

/** The member is back before the day, and sells again. Who is not away stays so. Refuses SignInRequired. */
export async function endHoliday(ctx: Ctx): Promise<void> {
  const sellerId = requireMember(ctx);
  const back = await inTransaction(ctx, async (tx) => {
    await lockSeller(tx, sellerId);
    if (!(await closeHoliday(tx, sellerId, undefined))) return [];
    return setAway(tx, sellerId, false);
  });
  for (const serviceId of back) forgetSellableService(serviceId);
}
