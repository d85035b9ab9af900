import type { Module } from '#platform/module';
import { trustWords } from './locales/index.ts';
import { trustListeners } from './notices/trust.listener.ts';

export const trustModule = {
  name: 'trust',
  listeners: trustListeners,
  refusalWords: (locale) => trustWords(locale).refusals,
} satisfies Module;
