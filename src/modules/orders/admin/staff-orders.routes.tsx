import { memberCards } from '#identity';
import { transfersOfOrder } from '#ledger';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import { getOrder } from '../get-order.ts';
import { ordersWords } from '../locales/index.ts';
import { listAllOrders, STATE_FILTERS } from '../order-lists.ts';
import { ORDER_READERS } from '../order-policy.ts';
import { listHistory } from '../talk/order-room.ts';
import { StaffOrderListPage, StaffOrderPage } from './staff-orders-page.tsx';

const access = { roles: ORDER_READERS };

/** What was typed of an order's number, as it is kept: «#7f3k92qd» → 7F3K-92QD. */
function codeOf(request: HttpRequest): string | undefined {
  const { code } = request.query;
  if (typeof code !== 'string' || code.trim() === '') return undefined;
  const letters = code.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}

async function showList(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const state = STATE_FILTERS.find((filter) => filter === request.query.state);
  const before = typeof request.query.before === 'string' ? request.query.before : undefined;
  const code = codeOf(request);
  const list = await listAllOrders(ctx, { state, before, code });
  const cards = await memberCards(
    ctx,
    list.orders.flatMap((order) => [order.buyerId, order.sellerId]),
  );
  const view = { ...list, state, code, cards };
  const { title } = ordersWords(ctx.reader).staff;
  return page({ title, noindex: true }, <StaffOrderListPage view={view} />);
}

async function showOrder(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const order = await getOrder(ctx, request.params.orderId ?? '');
  const [history, transfers, cards] = await Promise.all([
    listHistory(ctx, order.orderId),
    transfersOfOrder(ctx, order.orderId),
    memberCards(ctx, [order.buyerId, order.sellerId]),
  ]);
  const title = ordersWords(ctx.reader).room.order(order.code);
  return page(
    { title, noindex: true },
    <StaffOrderPage view={{ order, history, transfers, cards }} />,
  );
}

export const staffOrderRoutes = [
  get('/staff/orders', { access }, showList),
  get('/staff/orders/:orderId', { access, example: 'order' }, showOrder),
];
