import { memberCards } from '#identity';
import { unreadBySubject } from '#messaging';
import { type Ctx, requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import { addHours } from '#platform/time';
import { ordersWords } from '../locales/index.ts';
import { orderRulesAt } from '../moves/order-rules.ts';
import type { Order } from '../order-row.ts';
import { countOrders, listOrders, STATE_FILTERS, type StateFilter } from '../order-lists.ts';
import { OrderListPage } from './order-list-page.tsx';

/** The state in the address, when it is one people filter by. */
export function stateOf(request: HttpRequest): StateFilter | undefined {
  return STATE_FILTERS.find((state) => state === request.query.state);
}

async function show(request: HttpRequest, side: 'buyer' | 'seller'): Promise<Answer> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const state = stateOf(request);
  const before = typeof request.query.before === 'string' ? request.query.before : undefined;
  const [list, counts] = await Promise.all([
    listOrders(ctx, { side, state, before }),
    countOrders(ctx, side),
  ]);
  const others = list.orders.map((order) => (side === 'buyer' ? order.sellerId : order.buyerId));
  const [cards, unread] = await Promise.all([
    memberCards(ctx, others),
    unreadBySubject(ctx, {
      memberId,
      kind: 'order',
      subjectIds: list.orders.map((order) => order.orderId),
    }),
  ]);
  const startBy = await requirementsEnds(ctx, list.orders);
  const words = ordersWords(ctx.reader).lists;
  const title = side === 'buyer' ? words.buying : words.selling;
  const view = {
    side,
    state,
    counts,
    cards,
    unread,
    startBy,
    ...list,
    older: before !== undefined,
  };
  return page({ title, noindex: true }, <OrderListPage view={view} />);
}

async function requirementsEnds(ctx: Ctx, orders: readonly Order[]): Promise<Map<string, Date>> {
  const ends = new Map<string, Date>();
  for (const { orderId, state, openedAt } of orders) {
    if (state !== 'awaiting_requirements') continue;
    const rules = await orderRulesAt(ctx, openedAt);
    ends.set(orderId, addHours(openedAt, rules.requirements.cancelAfterHours));
  }
  return ends;
}

export const orderListRoutes = [
  get('/orders', { access: 'member' }, (request) => show(request, 'buyer')),
  get('/sales', { access: 'member' }, (request) => show(request, 'seller')),
];
