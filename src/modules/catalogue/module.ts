import type { Module } from '#platform/module';

export { syncCategories } from './categories/sync-categories.ts';

export const catalogueModule = { name: 'catalogue' } satisfies Module;
