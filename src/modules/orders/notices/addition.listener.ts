import type { Listener } from '#platform/facts';
import { listAsks } from '../moves/order-asks.ts';
import * as facts from '../order-facts.ts';
import { tells } from './tells.ts';

const minorOf = ({ amountMinor }: facts.OrderMoveFact) => BigInt(amountMinor ?? '0');

/** What the two sides are told of additions to a running order. */
export const additionListeners: readonly Listener[] = [
  tells('addition-proposed', facts.additionProposed, async (order, payload, ctx) => {
    const asks = await listAsks(ctx, order.orderId);
    const until = asks.findLast(({ kind }) => kind === 'addition')?.answerBy;
    return [{ to: 'buyer', name: 'addition-proposed-buyer', amountMinor: minorOf(payload), until }];
  }),
  tells('addition-ended', facts.additionEnded, (_order, { act }) => {
    if (act === 'refuse_addition') return [{ to: 'seller', name: 'addition-refused-seller' }];
    if (act === 'withdraw_addition') return [{ to: 'buyer', name: 'addition-withdrawn-buyer' }];
    return [
      { to: 'buyer', name: 'addition-silent' },
      { to: 'seller', name: 'addition-silent' },
    ];
  }),
  tells('addition-paid', facts.additionPaid, (order, payload) => {
    const about = { amountMinor: minorOf(payload), until: order.dueAt };
    return [
      { to: 'seller', name: 'addition-paid-seller', ...about },
      { to: 'buyer', name: 'addition-paid-buyer', ...about },
    ];
  }),
];
