import type { Module } from '#platform/module';
import { trustWords } from './locales/index.ts';

export const trustModule = {
  name: 'trust',
  refusalWords: (locale) => trustWords(locale).refusals,
} satisfies Module;
