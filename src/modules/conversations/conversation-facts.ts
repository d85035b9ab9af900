import { defineFact } from '#platform/facts';
import type { Conversation } from './conversation.ts';

export const messageSent = defineFact<
  Conversation & { messageId: string; senderId: string; recipientId: string }
>('conversations.message-sent');
