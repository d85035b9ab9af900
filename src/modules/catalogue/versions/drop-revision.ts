import { type Ctx, inTransaction } from '#platform/context';
import { lockOwnService } from '../service-policy.ts';
import { moveRevision } from './revision-store.ts';

/** The seller gives the next version up; what is sold stays as it is. Refuses NotFound, ServiceMoved. */
export async function dropRevision(ctx: Ctx, input: { serviceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, input.serviceId);
    await moveRevision(tx, service, { verb: 'drop-revision' });
  });
}
