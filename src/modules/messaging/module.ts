import type { Module } from '#platform/module';
import { messagingWords } from './locales/index.ts';

export const messagingModule = {
  name: 'messaging',
  refusalWords: (locale) => messagingWords(locale).refusals,
} satisfies Module;
