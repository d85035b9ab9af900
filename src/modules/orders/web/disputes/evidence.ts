import { memberCards } from '#identity';
import { listMessages, type ThreadMessage } from '#messaging';
import type { HttpRequest } from '#platform/http';
import { type Dispute, findDispute } from '../../disputes/dispute.ts';
import { getOrderRoom, type OrderRoom } from '../../talk/order-room.ts';
import { historyRows } from '../history-export.ts';

const PAGE = 200;
/** Of a longer talk the newest so many are taken. */
const MOST_MESSAGES = 5_000;

/** Everything of an order that a judge looks at. */
export interface Evidence {
  room: OrderRoom;
  dispute: Dispute | undefined;
  /** From the first on, not only those of the room's page. */
  messages: ThreadMessage[];
  history: Awaited<ReturnType<typeof historyRows>>['rows'];
  names: { buyer: string; seller: string };
}

/** Collects it for whoever may read the order; refuses NotFound. */
export async function collectEvidence(request: HttpRequest): Promise<Evidence> {
  const { ctx } = request;
  const room = await getOrderRoom(ctx, request.params.orderId ?? '');
  const { orderId, buyerId, sellerId } = room.order;
  const [dispute, { rows }, cards] = await Promise.all([
    findDispute(ctx, orderId),
    historyRows(request),
    memberCards(ctx, [buyerId, sellerId]),
  ]);
  return {
    room,
    dispute,
    messages: await allMessages(request, room),
    history: rows,
    names: {
      buyer: cards.get(buyerId)?.displayName ?? '',
      seller: cards.get(sellerId)?.displayName ?? '',
    },
  };
}

async function allMessages(
  { ctx }: HttpRequest,
  { threadId, side }: OrderRoom,
): Promise<ThreadMessage[]> {
  if (!threadId) return [];
  const readPast = side === undefined;
  const all: ThreadMessage[] = [];
  while (all.length < MOST_MESSAGES) {
    const page = await listMessages(ctx, {
      threadId,
      before: all[0]?.seq,
      limit: PAGE,
      readPast,
    });
    all.unshift(...page);
    if (page.length < PAGE) break;
  }
  return all;
}
