import { type Ctx, inTransaction } from '#platform/context';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { refreshListing } from '../listing/list-service.ts';
import { lockOwnService } from '../service-policy.ts';
import { moveService } from '../service-store.ts';
import { moveRevision } from '../versions/revision-store.ts';

/** The seller ends a service: it leaves the lists, a waiting version is dropped; its orders stay as they are. Refuses NotFound, ServiceMoved. */
export async function archiveService(ctx: Ctx, input: { serviceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, input.serviceId);
    if (service.revision) await moveRevision(tx, service, { verb: 'drop-revision' });
    await moveService(tx, service, { verb: 'archive' });
    await refreshListing(tx, service);
  });
  forgetSellableService(input.serviceId);
}
