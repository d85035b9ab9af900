import { getSellableService } from '#catalogue';
import { memberCards } from '#identity';
import { listThreads } from '#messaging';
import { listOrdersById, orderPath } from '#orders';
import { type Ctx, requireMember } from '#platform/context';
import { talkPaths } from '../conversation-paths.ts';
import { listConversations } from '../conversation-store.ts';
import type { Line } from './messages-page.tsx';

type Draft = Omit<Line, 'other'> & { otherId: string };

/** The conversations of the member who acts about services and in orders, the newest message first. */
export async function messageLines(ctx: Ctx, spam: boolean): Promise<Line[]> {
  const drafts = [...(await serviceLines(ctx, spam)), ...(spam ? [] : await orderLines(ctx))];
  drafts.sort((one, two) => two.thread.lastAt.getTime() - one.thread.lastAt.getTime());
  const cards = await memberCards(
    ctx,
    drafts.map(({ otherId }) => otherId),
  );
  return drafts.flatMap(({ otherId, ...line }) => {
    const other = cards.get(otherId);
    return other ? [{ ...line, other }] : [];
  });
}

async function serviceLines(ctx: Ctx, spam: boolean): Promise<Draft[]> {
  const memberId = requireMember(ctx);
  const threads = await listThreads(ctx, { memberId, kind: 'service-talk', spam });
  const ids = threads.map(({ subjectId }) => subjectId);
  const talks = await listConversations(ctx, ids);
  const serviceIds = new Set([...talks.values()].map(({ serviceId }) => serviceId));
  const services = await Promise.all([...serviceIds].map((id) => getSellableService(ctx, id)));
  const titles = new Map(services.map(({ serviceId, title }) => [serviceId, title]));
  return threads.flatMap((thread) => {
    const talk = talks.get(thread.subjectId);
    if (!talk) return [];
    return [
      {
        thread,
        kind: 'service' as const,
        otherId: talk.buyerId === memberId ? talk.sellerId : talk.buyerId,
        title: titles.get(talk.serviceId) ?? '',
        href: talkPaths.thread(talk.conversationId),
      },
    ];
  });
}

async function orderLines(ctx: Ctx): Promise<Draft[]> {
  const memberId = requireMember(ctx);
  const threads = await listThreads(ctx, { memberId, kind: 'order' });
  const ids = threads.map(({ subjectId }) => subjectId);
  const orders = await listOrdersById(ctx, ids);
  return threads.flatMap((thread) => {
    const order = orders.get(thread.subjectId);
    if (!order) return [];
    return [
      {
        thread,
        kind: 'order' as const,
        otherId: order.buyerId === memberId ? order.sellerId : order.buyerId,
        title: order.title,
        href: `${orderPath(order.orderId)}#conversation`,
      },
    ];
  });
}
