import type { Module } from '#platform/module';
import { ledgerDeskRoutes } from './admin/ledger.routes.tsx';
import { staffRoutes } from './admin/staff.routes.tsx';
import { operationsWords } from './locales/index.ts';
import { demoRoutes } from './web/demo.routes.tsx';
import { healthRoutes } from './web/health.routes.ts';

export { demoStrip } from './web/demo-strip.ts';

export const operationsModule = {
  name: 'operations',
  routes: [...healthRoutes, ...demoRoutes, ...staffRoutes, ...ledgerDeskRoutes],
  refusalWords: (locale) => operationsWords(locale).refusals,
} satisfies Module;
