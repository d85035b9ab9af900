import { type Ctx, inTransaction } from '#platform/context';
import { lockOwnService } from '../service-policy.ts';
import { moveService } from '../service-store.ts';

/** The seller takes a service out of the archive, as a draft to be reviewed again. Refuses NotFound, ServiceMoved. */
export async function restoreService(ctx: Ctx, input: { serviceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, input.serviceId);
    await moveService(tx, service, { verb: 'restore' });
  });
}
