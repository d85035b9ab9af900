export { indexService } from './index-service.ts';
export {
  type SearchQuery,
  type SearchResult,
  searchServices,
  type SearchSort,
  searchSorts,
} from './search-services.ts';
