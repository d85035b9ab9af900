import { recordAct } from '#audit';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { serviceReviewed } from '../catalogue-facts.ts';
import { inputOf, type ServiceInput } from '../editing/service-input.ts';
import { approvedPart } from '../editing/small-edit.ts';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { refreshListing } from '../listing/list-service.ts';
import type { Revision, Service } from '../service.ts';
import { lockForReview, requireWaiting } from '../service-policy.ts';
import { moveService } from '../service-store.ts';
import { moveRevision } from '../versions/revision-store.ts';
import { sellContent } from '../versions/sell-content.ts';

/**
 * A reviewer vouches for the version they read: a new service is published and listed; a next
 * version becomes the one that is sold, in the same moment as the old one stops (SPEC 2.4). Refuses
 * NotFound, OwnServiceReview, ServiceMoved (another reviewer was faster), ServiceEdited.
 */
export async function approveService(
  ctx: Ctx,
  input: { serviceId: string; version: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const service = await lockForReview(tx, input.serviceId);
    requireWaiting(service, input.version);
    const { revision } = service;
    if (revision) await sellRevision(tx, service, revision);
    else await publish(tx, service);
    await recordFact(tx, serviceReviewed, {
      serviceId: service.serviceId,
      sellerId: service.sellerId,
      approved: true,
      ofRevision: revision !== undefined,
    });
    await recordAct(tx, {
      verb: 'catalogue.approve-service',
      subjectKind: 'service',
      subjectId: service.serviceId,
      after: { state: revision ? service.state : 'published', version: input.version },
    });
  });
  forgetSellableService(input.serviceId);
}

/** A restored service that was approved before goes on counting its editions, if it says something else now. */
async function publish(tx: TxCtx, service: Service): Promise<void> {
  const now = tx.clock.now();
  const again = service.publishedAt && !service.soldSince;
  await sql`update catalogue.services set review_notes = '{}',
      approved_content = ${approvedJson(inputOf(service))},
      published_at = coalesce(published_at, ${now}), sold_since = coalesce(sold_since, ${now}),
      edition = edition + ${again ? 1 : 0},
      away = exists (select from catalogue.holidays
        where seller_id = ${service.sellerId} and ended_at is null)
    where id = ${service.serviceId}`.execute(tx.db);
  await moveService(tx, service, { verb: 'approve' });
  await refreshListing(tx, service);
}

/** A paused service stays paused: what it will sell is the new version. */
async function sellRevision(tx: TxCtx, service: Service, revision: Revision): Promise<void> {
  const { content, version } = revision;
  await moveRevision(tx, service, { verb: 'approve-revision' });
  await sellContent(tx, service, { content, version, edition: service.edition + 1 });
  await sql`update catalogue.services set approved_content = ${approvedJson(content)}
    where id = ${service.serviceId}`.execute(tx.db);
  await refreshListing(tx, service);
}

function approvedJson(content: ServiceInput): string {
  return JSON.stringify(approvedPart(content));
}
