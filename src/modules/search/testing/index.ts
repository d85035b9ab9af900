export { type ExampleSearches, someSearches } from './searches.fixture.ts';
