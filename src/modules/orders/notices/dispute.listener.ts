import type { Listener } from '#platform/facts';
import { findDispute } from '../disputes/dispute.ts';
import { listAsks } from '../moves/order-asks.ts';
import * as facts from '../order-facts.ts';
import { otherThan, tells, type Words } from './tells.ts';

const both = (words: Omit<Words, 'to'>): Words[] => [
  { to: 'buyer', ...words },
  { to: 'seller', ...words },
];

/** To the side that did not act; to both when a judge or time did. */
function toOther(by: string, words: Omit<Words, 'to'>): Words[] {
  return by === 'buyer' || by === 'seller' ? [{ to: otherThan(by), ...words }] : both(words);
}

/** What refunds and disputes tell, one row a fact. */
export const disputeListeners: readonly Listener[] = [
  tells('refund-asked', facts.refundAsked, async (order, { by }, ctx) => {
    const ask = (await listAsks(ctx, order.orderId)).findLast(({ kind }) => kind === 'refund');
    return toOther(by, {
      name: 'refund-asked',
      amountMinor: ask?.amountMinor ?? 0n,
      until: ask?.answerBy,
    });
  }),
  tells('refund-ended', facts.refundEnded, (_order, { by }) =>
    toOther(by, { name: 'refund-ended' }),
  ),
  tells('refund-agreed', facts.refundAgreed, (order) =>
    both({ name: 'refund-agreed', amountMinor: order.refundedMinor }),
  ),
  tells('dispute-opened', facts.disputeOpened, async (order, { by }, ctx) => {
    const dispute = await findDispute(ctx, order.orderId);
    return toOther(by, { name: 'dispute-opened', until: dispute?.dueAt });
  }),
  tells('dispute-withdrawn', facts.disputeWithdrawn, (_order, { by }) =>
    toOther(by, { name: 'dispute-withdrawn' }),
  ),
  tells('dispute-answered', facts.disputeAnswered, async (order, { by }, ctx) => {
    const dispute = await findDispute(ctx, order.orderId);
    return toOther(by, { name: 'dispute-answered', until: dispute?.dueAt });
  }),
  tells('split-proposed', facts.splitProposed, async (order, _payload, ctx) => {
    const dispute = await findDispute(ctx, order.orderId);
    const amountMinor = dispute?.proposedMinor ?? 0n;
    return both({ name: 'split-proposed', amountMinor, until: dispute?.dueAt });
  }),
  tells('split-accepted', facts.splitAccepted, async (order, { by }, ctx) => {
    const dispute = await findDispute(ctx, order.orderId);
    return toOther(by, { name: 'split-accepted', until: dispute?.dueAt });
  }),
  tells('split-appealed', facts.splitAppealed, (_order, { by }) =>
    toOther(by, { name: 'split-appealed' }),
  ),
  tells('dispute-ended', facts.disputeEnded, async (order, _payload, ctx) => {
    const dispute = await findDispute(ctx, order.orderId);
    return both({ name: 'dispute-ended', amountMinor: dispute?.refundMinor ?? 0n });
  }),
];
