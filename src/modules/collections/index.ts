export { addItem } from './editing/add-item.ts';
export { addNeed } from './editing/add-need.ts';
export { startCollection } from './editing/start-collection.ts';
export { type CollectionLine, findCollection, listHouse } from './collection-store.ts';
export { collectionPath } from './collection-paths.ts';
