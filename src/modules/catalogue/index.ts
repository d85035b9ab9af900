export {
  categories,
  type CategoryGroup,
  type CategoryLeaf,
  type CategoryTree,
} from './categories/categories.ts';
export { syncCategories } from './categories/sync-categories.ts';
export {
  serviceChanged,
  type ServiceFact,
  servicePublished,
  serviceReviewed,
  serviceUnlisted,
} from './catalogue-facts.ts';
export {
  buyPath,
  categoryPath,
  myServicePath,
  sellerPath,
  servicePath,
} from './catalogue-paths.ts';
export {
  getSellableService,
  recallSellableService,
  type SellableService,
} from './get-sellable-service.ts';
export type { AiUse, Question, QuestionKind, Service, ServiceState, Upgrade } from './service.ts';
