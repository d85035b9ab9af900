import { inTransaction } from '#platform/context';
import { defineListener, type Listener } from '#platform/facts';
import { addDays, addHours } from '#platform/time';
import { findThread, firstUnread } from '#messaging';
import { orderRulesAt } from '../moves/order-rules.ts';
import * as facts from '../order-facts.ts';
import { sharesOf } from '../order-money.ts';
import { findOrder } from '../order-store.ts';
import { additionListeners } from './addition.listener.ts';
import { disputeListeners } from './dispute.listener.ts';
import { otherThan, tells, type Words } from './tells.ts';
import { tellSide } from './order.notice.ts';

/** Everything orders tell members, one row a fact. */
export const noticeListeners: readonly Listener[] = [
  tells('opened', facts.orderOpened, async (order, _payload, ctx) => {
    const rules = await orderRulesAt(ctx, order.openedAt);
    const until = addHours(order.openedAt, rules.requirements.cancelAfterHours);
    return [
      { to: 'buyer', name: 'opened-buyer', until },
      { to: 'seller', name: 'opened-seller' },
    ];
  }),
  tells('requirements', facts.requirementsGiven, (order) => [
    { to: 'seller', name: 'requirements-seller', until: order.dueAt },
  ]),
  tells('delivered', facts.orderDelivered, (order) => [
    { to: 'buyer', name: 'delivered-buyer', until: order.acceptanceEndsAt },
  ]),
  tells('part-delivered', facts.partDelivered, (order) => [
    { to: 'buyer', name: 'part-delivered-buyer', until: order.dueAt },
  ]),
  tells('changes', facts.changesAsked, (order) => [
    { to: 'seller', name: 'changes-seller', until: order.dueAt },
  ]),
  tells('completed', facts.orderCompleted, (order) => [
    {
      to: 'seller',
      name: 'completed-seller',
      amountMinor: sharesOf(order).sellerMinor,
      until: order.completedAt && addDays(order.completedAt, order.clearingDays),
    },
    { to: 'buyer', name: 'completed-buyer' },
  ]),
  tells('prolonged', facts.acceptanceProlonged, (order) => [
    { to: 'seller', name: 'prolonged-seller', until: order.acceptanceEndsAt },
  ]),
  tells('cancelled', facts.orderCancelled, (order, { afterDelivery }) => [
    {
      to: 'buyer',
      name: 'cancelled-buyer',
      amountMinor: order.priceMinor + (afterDelivery ? 0n : order.feeMinor),
    },
    { to: 'seller', name: 'cancelled-seller' },
  ]),
  tells('extension-asked', facts.extensionAsked, async (order, { days }, ctx) => {
    const rules = await orderRulesAt(ctx, order.openedAt);
    const until = addHours(order.movedAt, rules.extension.answerHours);
    return [{ to: 'buyer', name: 'extension-asked-buyer', until, days }];
  }),
  tells('extension-answered', facts.extensionAnswered, (order, { act }) => {
    const until = order.dueAt;
    if (act === 'refuse_extension')
      return [{ to: 'seller', name: 'extension-refused-seller', until }];
    const agreed: Words[] = [{ to: 'seller', name: 'extension-agreed-seller', until }];
    return act === 'agree_extension'
      ? agreed
      : [...agreed, { to: 'buyer', name: 'extension-agreed-buyer', until }];
  }),
  tells('cancellation-asked', facts.cancellationAsked, async (order, { by }, ctx) => {
    if (by !== 'buyer' && by !== 'seller') return [];
    const rules = await orderRulesAt(ctx, order.openedAt);
    const until = addHours(order.movedAt, rules.cancellation.answerHours);
    return [{ to: otherThan(by), name: 'cancellation-asked', until }];
  }),
  tells('cancellation-ended', facts.cancellationEnded, (_order, { act, by }) => {
    if (by !== 'buyer' && by !== 'seller') {
      return [
        { to: 'buyer', name: 'cancellation-silent' },
        { to: 'seller', name: 'cancellation-silent' },
      ];
    }
    const name =
      act === 'withdraw_cancellation' ? 'cancellation-withdrawn' : 'cancellation-refused';
    return [{ to: otherThan(by), name }];
  }),
  ...disputeListeners,
  ...additionListeners,
  tells('closed', facts.orderClosed, () => [{ to: 'seller', name: 'closed-seller' }]),
  tells('reminder', facts.reminderDue, (_order, { reminder, who, otherThan: asker, at }) => {
    const until = new Date(at);
    if (who === 'both') {
      return [
        { to: 'buyer', name: reminder, until },
        { to: 'seller', name: reminder, until },
      ];
    }
    if (who === 'other') return asker ? [{ to: otherThan(asker), name: reminder, until }] : [];
    return [{ to: who, name: reminder, until }];
  }),
  defineListener('orders.notice-message', facts.orderMessageSent, (ctx, payload) =>
    inTransaction(ctx, async (tx) => {
      const order = await findOrder(tx, payload.orderId);
      const threadId = await findThread(tx, { kind: 'order', id: payload.orderId });
      const first = threadId && (await firstUnread(tx, threadId, payload.recipientId));
      // What was read meanwhile needs no notice; one notice covers a run of unread messages.
      if (!order || !first) return;
      const to = payload.recipientId === order.buyerId ? 'buyer' : 'seller';
      await tellSide(tx, { order, to, name: 'message', key: `message:${first}` });
    }),
  ),
];
