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
export { keepTables } from './tables/held-tables.ts';
export { indexServices } from './index/index-services.ts';
export { type ExactRank, rankExactly } from './querying/rank-exactly.ts';
export { forgetTraits } from './querying/find-traits.ts';
export { rebuildSearch } from './index/rebuild-search.ts';
export { refreshSearch } from './index/refresh-search.ts';
export { suggest, type Suggestion } from './suggesting/suggest.ts';
export { popularQuestions } from './suggesting/popular-questions.ts';
export { explainPlace, type PlaceExplained } from './querying/explain-place.ts';
export { type PublishedFormula, publishedFormula } from './ranking/published-formula.ts';
export { wishWeights } from './ranking/wish-weights.ts';
export { type FormulaPart, formulaParts } from './ranking/formula.ts';
export { addLexiconLine } from './knowledge/add-lexicon-line.ts';
export { endLexiconLine } from './knowledge/end-lexicon-line.ts';
export { type LexiconAddition, listLexiconLines } from './knowledge/list-lexicon-lines.ts';
export * from './search-errors.ts';
