import { type Ctx, inTransaction } from '#platform/context';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { refreshListing } from '../listing/list-service.ts';
import { lockOwnService } from '../service-policy.ts';
import { moveService } from '../service-store.ts';

/** The seller takes a service off the lists for a while; running orders go on. Refuses NotFound, ServiceMoved. */
export async function pauseService(ctx: Ctx, input: { serviceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, input.serviceId);
    await moveService(tx, service, { verb: 'pause' });
    await refreshListing(tx, service);
  });
  forgetSellableService(input.serviceId);
}
