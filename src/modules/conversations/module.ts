import type { Module } from '#platform/module';
import { conversationsWords } from './locales/index.ts';
import { noticeListeners } from './notices/conversations.listener.ts';
import { offerListeners } from './notices/offers.listener.ts';
import { habitsRoutes } from './web/habits.routes.tsx';
import { messagesRoutes } from './web/messages.routes.tsx';
import { offerRoutes } from './web/offers/offers.routes.tsx';
import { threadRoutes } from './web/thread.routes.tsx';

export const conversationsModule = {
  name: 'conversations',
  routes: [...messagesRoutes, ...habitsRoutes, ...threadRoutes, ...offerRoutes],
  listeners: [...noticeListeners, ...offerListeners],
  refusalWords: (locale) => conversationsWords(locale).refusals,
} satisfies Module;
