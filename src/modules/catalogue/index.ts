export {
  ServiceEdited,
  ServiceMoved,
  TooManyServices,
} from './catalogue-errors.ts';
export {
  queueLimitSet,
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
  categories,
  type CategoryGroup,
  type CategoryLeaf,
  type CategoryTree,
} from './categories/categories.ts';
export { syncCategories } from './categories/sync-categories.ts';
export type { SaveOutcome } from './editing/save-outcome.ts';
export { saveService } from './editing/save-service.ts';
export { workLanguages } from './editing/service-limits.ts';
export type { QuestionInput, ServiceInput, UpgradeInput } from './editing/service-input.ts';
export { startService } from './editing/start-service.ts';
export { findEdition, type Edition } from './versions/find-edition.ts';
export {
  getSellableService,
  recallSellableService,
  type SellableService,
} from './selling/get-sellable-service.ts';
export type { Closure } from './selling/closure.ts';
export { setQueueLimit } from './selling/set-queue-limit.ts';
export { updateQueue } from './selling/update-queue.ts';
export { endHoliday } from './holidays/end-holiday.ts';
export { addFavourite } from './favourites/add-favourite.ts';
export { favouritesAmong } from './favourites/list-favourites.ts';
export { startHoliday } from './holidays/start-holiday.ts';
export { sweepHolidays } from './holidays/sweep-holidays.ts';
export { approveService } from './reviewing/approve-service.ts';
export { archiveService } from './life-cycle/archive-service.ts';
export { pauseService } from './life-cycle/pause-service.ts';
export { rejectService } from './reviewing/reject-service.ts';
export { restoreService } from './life-cycle/restore-service.ts';
export { resumeService } from './life-cycle/resume-service.ts';
export { submitService } from './life-cycle/submit-service.ts';
export { withdrawService } from './life-cycle/withdraw-service.ts';
export type { ServiceCardData } from './listing/card.ts';
export { countSale } from './listing/count-sale.ts';
export { countScopes } from './listing/count-scopes.ts';
export {
  findSearchable,
  listSearchable,
  type SearchableService,
} from './listing/find-searchable.ts';
export {
  cardsOf,
  lastPage,
  listCards,
  type ListingCount,
  type ListingFilters,
  type ListingQuery,
  type ListingSort,
  listingSorts,
  listSellerCards,
  pageSize,
} from './listing/list-cards.ts';
export {
  type ListingChoice,
  listingAddress,
  type ListingPlace,
  queryText,
  readListingChoice,
} from './listing/listing-address.ts';
export { listNewest, type NewestScope, type NewService } from './listing/list-newest.ts';
export { findPublicService } from './listing/find-public-service.ts';
export { findPublishedId } from './listing/find-published-id.ts';
export { popularLeaves } from './listing/popular-leaves.ts';
export { setRating } from './listing/set-rating.ts';
export {
  listWaitingReviews,
  type WaitingReview,
} from './reviewing/list-waiting-reviews.ts';
export type { AiUse, Question, QuestionKind, Service, ServiceState, Upgrade } from './service.ts';
