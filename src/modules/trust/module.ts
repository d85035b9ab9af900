import type { Module } from '#platform/module';
import { contactDeskRoutes } from './admin/contact-desk.routes.tsx';
import { trustWords } from './locales/index.ts';
import { trustListeners } from './notices/trust.listener.ts';
import { contactRoutes } from './web/contact.routes.tsx';

export const trustModule = {
  name: 'trust',
  routes: [...contactRoutes, ...contactDeskRoutes],
  listeners: trustListeners,
  refusalWords: (locale) => trustWords(locale).refusals,
} satisfies Module;
