import { updateQueue } from '#catalogue';
import { countRunning } from '#orders';
import type { Ctx } from '#platform/context';

/** Tells the catalogue how many orders of a service are at work now, if it has a limit. Harmless to repeat. */
export async function recountQueue(ctx: Ctx, serviceId: string): Promise<void> {
  await updateQueue(ctx, serviceId, (tx, sellerId) => countRunning(tx, { sellerId, serviceId }));
}
