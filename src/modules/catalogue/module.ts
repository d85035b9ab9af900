import type { Module } from '#platform/module';
import { catalogueWords } from './locales/index.ts';
import { listingRoutes } from './web/listing.routes.tsx';
import { sellerRoutes } from './web/seller.routes.tsx';
import { serviceRoutes } from './web/service.routes.tsx';

export { syncCategories } from './categories/sync-categories.ts';

export const catalogueModule = {
  name: 'catalogue',
  routes: [...listingRoutes, ...serviceRoutes, ...sellerRoutes],
  refusalWords: (locale) => catalogueWords(locale).refusals,
} satisfies Module;
