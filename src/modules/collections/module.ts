import type { Module } from '#platform/module';
import { collectionsWords } from './locales/index.ts';
import { addRoutes } from './web/add.routes.tsx';
import { editingRoutes } from './web/edit.routes.tsx';
import { showRoutes } from './web/show.routes.tsx';

export const collectionsModule = {
  name: 'collections',
  routes: [...showRoutes, ...addRoutes, ...editingRoutes],
  refusalWords: (locale) => collectionsWords(locale).refusals,
} satisfies Module;
