import { type Ctx, inTransaction, newId, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { publish } from '#platform/live';
import { NotFound } from '#platform/refusals';
import { findSaid, openThread, type Said, say } from '#messaging';
import { refuseWhilePaused } from '#trust';
import { takeAct } from '../moves/take-act.ts';
import { GuardRefused, OrderMoved } from '../order-errors.ts';
import { orderMessageSent } from '../order-facts.ts';
import { orderTopic } from '../order-paths.ts';
import { partyOf } from '../order-policy.ts';
import type { Order } from '../order-row.ts';
import { findOrder } from '../order-store.ts';
import { type IncomingFile, storeFiles } from './order-files.ts';

export interface OrderMessage {
  orderId: string;
  body: string;
  files?: readonly IncomingFile[];
  key: string;
}

/**
 * One side writes to the other in the order's room, in any state: after the end there is still
 * something to ask. The seller's first word stops the clock of silence (SPEC 5.4). NotFound for
 * everybody else; MessageIsEmpty, MessageIsTooLong, media's refusals, and TalkIsPaused when it has ended.
 */
export async function sendOrderMessage(ctx: Ctx, message: OrderMessage): Promise<Said> {
  return inTransaction(ctx, async (tx) => {
    const order = await findOrder(tx, message.orderId);
    const party = order && partyOf(tx.actor, order);
    if (!order || (party !== 'buyer' && party !== 'seller')) throw new NotFound();
    const threadId = await orderThread(tx, order);
    const [senderId, recipientId] =
      party === 'buyer' ? [order.buyerId, order.sellerId] : [order.sellerId, order.buyerId];
    // What runs can always be talked about; what has ended is a conversation like others.
    const place = ENDED.includes(order.state) ? 'talk' : 'order';
    const incoming = message.files ?? [];
    // Words alone are found out by their key when they are written; files would be stored again.
    const again = incoming.length > 0 || place === 'talk';
    const before = again && (await findSaid(tx, threadId, message.key));
    if (before) return before;
    if (place === 'talk') await refuseWhilePaused(tx, senderId);
    const files = await storeFiles(tx, senderId, incoming);
    const said = await say(tx, { threadId, body: message.body, files, place, key: message.key });
    if (said.repeated) return said;
    const { orderId, buyerId, sellerId, serviceId } = order;
    await recordFact(tx, orderMessageSent, {
      orderId,
      buyerId,
      sellerId,
      serviceId,
      messageId: said.messageId,
      senderId,
      recipientId,
    });
    // A room opened before the first word knows no thread yet: it hears of its order.
    publish(tx, orderTopic(orderId), { message: said.messageId });
    if (party === 'seller') await countAsFirstWord(tx, order);
    return said;
  });
}

/** The conversation of an order, opened with the first word in it. */
function orderThread(tx: TxCtx, order: Order): Promise<string> {
  return openThread(tx, {
    threadId: newId(tx),
    memberIds: [order.buyerId, order.sellerId],
    subject: { kind: 'order', id: order.orderId },
  });
}

const ENDED = ['closed', 'cancelled'];
const BEFORE_DELIVERY = ['awaiting_requirements', 'in_progress'];

async function countAsFirstWord(tx: TxCtx, order: Order): Promise<void> {
  if (order.sellerSpokeAt !== null || !BEFORE_DELIVERY.includes(order.state)) return;
  // Another message, or another act, may have been first; then this one is not.
  try {
    await takeAct(tx, { orderId: order.orderId, act: 'speak' });
  } catch (error) {
    if (!(error instanceof GuardRefused) && !(error instanceof OrderMoved)) throw error;
  }
}
