import { memberCards } from '#identity';
import { unreadBySubject } from '#messaging';
import { requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import { ordersWords } from '../locales/index.ts';
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
  const words = ordersWords(ctx.reader).lists;
  const title = side === 'buyer' ? words.buying : words.selling;
  const view = { side, state, counts, cards, unread, ...list, older: before !== undefined };
  return page({ title, noindex: true }, <OrderListPage view={view} />);
}

export const orderListRoutes = [
  get('/orders', { access: 'member' }, (request) => show(request, 'buyer')),
  get('/sales', { access: 'member' }, (request) => show(request, 'seller')),
];
