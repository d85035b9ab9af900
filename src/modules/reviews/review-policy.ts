import type { Order } from '#orders';
import type { Actor } from '#platform/context';
import { NotFound } from '#platform/refusals';
import type { Review, ReviewSide } from './review.ts';

/** Who decides about appeals (SPEC 1.3); administrators may always. */
export const APPEAL_ROLES = ['support'] as const;

/** Which side of the order this actor is; undefined for everybody else. */
export function sideOf(
  actor: Actor,
  order: Pick<Order, 'buyerId' | 'sellerId'>,
): ReviewSide | undefined {
  if (actor.kind !== 'member') return undefined;
  if (actor.memberId === order.buyerId) return 'buyer';
  return actor.memberId === order.sellerId ? 'seller' : undefined;
}

/** Staff who are a side of it themselves do not decide: to them it is not there. */
export function requireUninvolved(actor: Actor, review: Review): void {
  const memberId = actor.kind === 'member' ? actor.memberId : undefined;
  if (memberId === review.authorId || memberId === review.subjectId) throw new NotFound();
}
