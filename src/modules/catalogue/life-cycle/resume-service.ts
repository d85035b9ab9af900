import { type Ctx, inTransaction } from '#platform/context';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { refreshListing } from '../listing/list-service.ts';
import { lockOwnService } from '../service-policy.ts';
import { moveService } from '../service-store.ts';

/** The seller puts a paused service back on the lists, as it was approved. Refuses NotFound, ServiceMoved. */
export async function resumeService(ctx: Ctx, input: { serviceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, input.serviceId);
    await moveService(tx, service, { verb: 'resume' });
    await refreshListing(tx, service);
  });
  forgetSellableService(input.serviceId);
}
