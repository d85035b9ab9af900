import type { Module } from '#platform/module';
import { siteWords } from './locales/index.ts';
import { appearanceRoutes } from './web/appearance.routes.ts';
import { contactRoutes } from './web/contact.routes.tsx';
import { designRoutes } from './web/design.routes.tsx';
import { helpRoutes } from './web/texts/help.routes.tsx';
import { homeRoutes } from './web/home.routes.tsx';
import { legalRoutes } from './web/texts/legal.routes.tsx';
import { shareHomeRoutes } from './web/share-home.routes.ts';
import { sitemapRoutes } from './web/sitemap.routes.ts';

export { viewerOf } from './web/viewer.ts';

export const siteModule = {
  name: 'site',
  routes: [
    ...homeRoutes,
    ...legalRoutes,
    ...helpRoutes,
    ...contactRoutes,
    ...appearanceRoutes,
    ...sitemapRoutes,
    ...shareHomeRoutes,
    ...designRoutes,
  ],
  refusalWords: (locale) => siteWords(locale).refusals,
} satisfies Module;
