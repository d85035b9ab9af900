import { defineNotice } from '#notifications';
import { talkPaths } from '../conversation-paths.ts';
import { conversationsWords } from '../locales/index.ts';

/** Somebody wrote before an order. */
export const messageNotice = defineNotice<{ conversationId: string; other: string; title: string }>(
  {
    kind: 'conversations.message',
    email: true,
    topic: 'messages',
    words: (_locale, params, reader) => conversationsWords(reader).notice(params),
    href: ({ conversationId }) => talkPaths.thread(conversationId),
  },
);
