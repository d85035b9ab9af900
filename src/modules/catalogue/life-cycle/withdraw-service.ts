import { type Ctx, inTransaction } from '#platform/context';
import { lockOwnService } from '../service-policy.ts';
import { moveService } from '../service-store.ts';
import { moveRevision } from '../versions/revision-store.ts';

/** The seller takes a service, or its next version, back from the reviewers, to go on writing. Refuses NotFound, ServiceMoved. */
export async function withdrawService(ctx: Ctx, input: { serviceId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockOwnService(tx, input.serviceId);
    if (service.revision) await moveRevision(tx, service, { verb: 'withdraw-revision' });
    else await moveService(tx, service, { verb: 'withdraw' });
  });
}
