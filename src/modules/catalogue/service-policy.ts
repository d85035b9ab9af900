import { requireRole } from '#identity';
import { type Ctx, requireMember, type TxCtx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { OwnServiceReview, ServiceEdited, ServiceMoved } from './catalogue-errors.ts';
import type { Service } from './service.ts';
import { findService, lockService } from './service-store.ts';
import { latestState, latestVersion } from './versions/revision.ts';

/** The member's own service, to look at; somebody else's is not there. */
export async function getOwnService(ctx: Ctx, serviceId: string): Promise<Service> {
  const memberId = requireMember(ctx);
  const service = await findService(ctx, serviceId);
  if (!service || service.sellerId !== memberId) throw new NotFound();
  return service;
}

/** The member's own service, locked for a change. */
export async function lockOwnService(tx: TxCtx, serviceId: string): Promise<Service> {
  const memberId = requireMember(tx);
  const service = await lockService(tx, serviceId);
  if (service.sellerId !== memberId) throw new NotFound();
  return service;
}

/** A service locked by a reviewer for a decision; nobody decides on their own. */
export async function lockForReview(tx: TxCtx, serviceId: string): Promise<Service> {
  requireRole(tx, 'reviewer');
  const service = await lockService(tx, serviceId);
  if (tx.actor.kind === 'member' && tx.actor.memberId === service.sellerId) {
    throw new OwnServiceReview();
  }
  return service;
}

/** That what the reviewer read still waits. Refuses ServiceMoved (another was faster), ServiceEdited. */
export function requireWaiting(service: Service, version: number): void {
  if (latestState(service) !== 'pending_review') throw new ServiceMoved(latestState(service));
  if (latestVersion(service) !== version) throw new ServiceEdited();
}
