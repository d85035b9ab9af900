import { getSellableService } from '#catalogue';
import { contactOf, memberCards } from '#identity';
import { findThread, firstUnread } from '#messaging';
import { notify } from '#notifications';
import { inTransaction } from '#platform/context';
import { defineListener, type Listener } from '#platform/facts';
import { messageSent } from '../conversation-facts.ts';
import { messageNotice } from './conversation.notice.ts';

/** Tells the other side; one notice covers a run of unread messages, and what was read needs none. */
export const noticeListeners: readonly Listener[] = [
  defineListener('conversations.notice-message', messageSent, async (ctx, payload) => {
    const { conversationId, recipientId, senderId } = payload;
    const { title } = await getSellableService(ctx, payload.serviceId);
    await inTransaction(ctx, async (tx) => {
      const threadId = await findThread(tx, { kind: 'service-talk', id: conversationId });
      const first = threadId && (await firstUnread(tx, threadId, recipientId));
      if (!first) return;
      const other = (await memberCards(tx, [senderId])).get(senderId)?.displayName ?? '';
      const { email, reader } = await contactOf(tx, recipientId);
      await notify(tx, messageNotice, {
        memberId: recipientId,
        key: `conversation:${first}`,
        params: { conversationId, other, title },
        email: { address: email, reader },
      });
    });
  }),
];
