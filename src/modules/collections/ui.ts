export { CollectionLinks } from './fragments/collection-links.tsx';
export { collectionsWords } from './locales/index.ts';
