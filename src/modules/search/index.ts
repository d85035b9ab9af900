export { readLexiconFiles } from './lexicon/read-files.ts';
export {
  type SearchQuery,
  type SearchResult,
  type SearchSort,
  searchSorts,
  type ShownService,
} from './querying/search-query.ts';
export type { SearchFilters } from './querying/filters.ts';
export type { Facets } from './querying/count-facets.ts';
export { searchServices } from './querying/search-services.ts';
export { indexServices } from './index/index-services.ts';
export { type ExactRank, rankExactly } from './querying/rank-exactly.ts';
export { forgetTraits } from './querying/find-traits.ts';
export { rebuildSearch } from './index/rebuild-search.ts';
export { refreshSearch } from './index/refresh-search.ts';
export { suggest, type Suggestion } from './suggesting/suggest.ts';
export { popularQuestions } from './suggesting/popular-questions.ts';
