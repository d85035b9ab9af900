import { memberCards } from '#identity';
import { listThreads } from '#messaging';
import { requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import { ordersWords } from '../locales/index.ts';
import { listOrdersById } from '../order-lists.ts';
import { MessagesPage } from './messages-page.tsx';

/** Conversations of the member, the newest first; each lives in its order's room. */
async function show(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const threads = await listThreads(ctx, { memberId, kind: 'order' });
  const orders = await listOrdersById(
    ctx,
    threads.map((thread) => thread.subjectId),
  );
  const people = [...orders.values()].flatMap((order) => [order.buyerId, order.sellerId]);
  const cards = await memberCards(ctx, people);
  const lines = threads.flatMap((thread) => {
    const order = orders.get(thread.subjectId);
    const other = order && cards.get(order.buyerId === memberId ? order.sellerId : order.buyerId);
    return order && other ? [{ thread, order, other }] : [];
  });
  const title = ordersWords(ctx.reader).messages.title;
  return page({ title, noindex: true }, <MessagesPage lines={lines} viewerId={memberId} />);
}

export const messagesRoutes = [get('/messages', { access: 'member' }, show)];
