import type { Module } from '#platform/module';
import { operationsWords } from './locales/index.ts';
import { healthRoutes } from './web/health.routes.ts';

export { demoStrip } from './web/demo-strip.ts';

export const operationsModule = {
  name: 'operations',
  routes: [...healthRoutes],
  refusalWords: (locale) => operationsWords(locale).refusals,
} satisfies Module;
