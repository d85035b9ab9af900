import type { Module } from '#platform/module';
import { siteWords } from './locales/index.ts';
import { appearanceRoutes } from './web/appearance.routes.ts';
import { homeRoutes } from './web/home.routes.tsx';

export { viewerOf } from './web/viewer.ts';

export const siteModule = {
  name: 'site',
  routes: [...homeRoutes, ...appearanceRoutes],
  refusalWords: (locale) => siteWords(locale).refusals,
} satisfies Module;
