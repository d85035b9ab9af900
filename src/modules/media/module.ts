import type { Module } from '#platform/module';
import { mediaWords } from './locales/index.ts';
import { mediaRoutes } from './web/media.routes.ts';

export const mediaModule = {
  name: 'media',
  routes: mediaRoutes,
  refusalWords: (locale) => mediaWords(locale).refusals,
} satisfies Module;
