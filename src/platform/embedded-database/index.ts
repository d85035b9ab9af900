export {
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  startEmbeddedDatabase,
} from './start-embedded-database.ts';
export { StartRefusal } from './start-refusal.ts';
export { startTestDatabase, type TestDatabase } from './start-test-database.ts';
