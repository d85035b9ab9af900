import { recordAct } from '#audit';
import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { ServiceEdited, ServiceMoved } from '../catalogue-errors.ts';
import { serviceReviewed } from '../catalogue-facts.ts';
import { inputOf } from '../editing/service-input.ts';
import { approvedPart } from '../editing/small-edit.ts';
import { forgetSellableService } from '../get-sellable-service.ts';
import { list } from '../listing/list-service.ts';
import { canMove } from '../service.ts';
import { lockForReview } from '../service-policy.ts';
import { moveService } from '../service-store.ts';

/**
 * A reviewer vouches for the version they read: it is published and listed (SPEC 2.4). Refuses
 * NotFound, OwnServiceReview, ServiceMoved (another reviewer was faster), ServiceEdited.
 */
export async function approveService(
  ctx: Ctx,
  input: { serviceId: string; version: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockForReview(tx, input.serviceId);
    if (!canMove(service.state, 'approve')) throw new ServiceMoved(service.state);
    if (service.version !== input.version) throw new ServiceEdited();
    await sql`update catalogue.services set review_notes = '{}',
        approved_content = ${JSON.stringify(approvedPart(inputOf(service)))},
        published_at = coalesce(published_at, ${tx.clock.now()})
      where id = ${service.serviceId}`.execute(tx.db);
    await moveService(tx, service, { verb: 'approve' });
    await list(tx, service);
    await recordFact(tx, serviceReviewed, {
      serviceId: service.serviceId,
      sellerId: service.sellerId,
      approved: true,
    });
    await recordAct(tx, {
      verb: 'catalogue.approve-service',
      subjectKind: 'service',
      subjectId: service.serviceId,
      after: { state: 'published', version: service.version },
    });
  });
  forgetSellableService(input.serviceId);
}
