import { memberCards } from '#identity';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import { ordersWords } from '../../locales/index.ts';
import { ORDER_READERS } from '../../order-policy.ts';
import { findOrder } from '../../order-store.ts';
import { listOpenDisputes, listPrecedents } from '../../disputes/list-disputes.ts';
import { DisputeDeskPage, PrecedentsPage } from './desk-pages.tsx';

async function showDesk({ ctx }: HttpRequest): Promise<Answer> {
  const disputes = await listOpenDisputes(ctx);
  const found = await Promise.all(
    disputes.map(async (dispute) => ({ dispute, order: await findOrder(ctx, dispute.orderId) })),
  );
  const rows = found.flatMap(({ dispute, order }) => (order ? [{ dispute, order }] : []));
  const people = rows.flatMap(({ order }) => [order.buyerId, order.sellerId]);
  const cards = await memberCards(ctx, people);
  const { title } = ordersWords(ctx.reader).desk;
  return page({ title, noindex: true }, <DisputeDeskPage rows={rows} cards={cards} />);
}

async function showPrecedents({ ctx }: HttpRequest): Promise<Answer> {
  const precedents = await listPrecedents(ctx);
  const { title, lead } = ordersWords(ctx.reader).precedents;
  return page({ title, description: lead }, <PrecedentsPage precedents={precedents} />);
}

export const disputeDeskRoutes = [
  get('/staff/disputes', { access: { roles: ORDER_READERS } }, showDesk),
  get('/precedents', { access: 'public' }, showPrecedents),
];
