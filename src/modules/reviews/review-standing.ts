import { memberCards } from '#identity';
import type { Order } from '#orders';
import type { Ctx } from '#platform/context';
import { otherSide, type ReviewSide } from './review.ts';
import { listShownOfOrder, type ShownReview } from './review-lists.ts';
import { sideOf } from './review-policy.ts';
import { pairOfOrder } from './writing/pair-of-order.ts';

/** How an order stands with its reviews, for the one who looks. */
export interface Standing {
  orderId: string;
  /** Undefined for staff, who see what is open and act on nothing. */
  side: ReviewSide | undefined;
  names: Record<ReviewSide, string>;
  phase: 'write' | 'waiting' | 'opened' | 'over';
  endsAt: Date;
  /** The other side has written; what, nobody knows before it is opened. */
  theirsIn: boolean;
  /** What was written: one's own always, the other's when it is open. */
  byBuyer: ShownReview | undefined;
  bySeller: ShownReview | undefined;
  mayAnswer: boolean;
  mayAppeal: boolean;
}

/** Undefined while the order is not complete. The order was read by `getOrder`: who may see it, may see this. */
export async function reviewStanding(ctx: Ctx, order: Order): Promise<Standing | undefined> {
  const pair = await pairOfOrder(ctx, order);
  if (!pair) return undefined;
  const side = sideOf(ctx.actor, order);
  const written = await listShownOfOrder(ctx, order.orderId);
  const opened = written.some(({ openedAt }) => openedAt !== undefined);
  const by = (one: ReviewSide) => written.find(({ given }) => given.side === one);
  const seen = (one: ReviewSide) => (opened || one === side ? by(one) : undefined);
  const theirs = side && seen(otherSide(side));
  const cards = await memberCards(ctx, [order.buyerId, order.sellerId]);
  const nameOf = (memberId: string) => cards.get(memberId)?.displayName ?? '';
  const mayAct = theirs !== undefined && theirs.hiddenAt === undefined;
  return {
    orderId: order.orderId,
    side,
    names: { buyer: nameOf(order.buyerId), seller: nameOf(order.sellerId) },
    phase: phaseOf({ opened, mine: side && by(side), over: ctx.clock.now() >= pair.endsAt }),
    endsAt: pair.endsAt,
    theirsIn: side !== undefined && by(otherSide(side)) !== undefined,
    byBuyer: seen('buyer'),
    bySeller: seen('seller'),
    mayAnswer: mayAct && side === 'seller' && theirs.answer === undefined,
    mayAppeal: mayAct && theirs.appeal === undefined,
  };
}

function phaseOf(of: {
  opened: boolean;
  mine: ShownReview | undefined;
  over: boolean;
}): Standing['phase'] {
  if (of.opened) return 'opened';
  if (of.over) return 'over';
  return of.mine ? 'waiting' : 'write';
}
