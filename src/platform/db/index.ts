export { type DatabaseHandle, type Db, openDatabase } from './database.ts';
export { listMigrations, type MigrationReport, migrate } from './migrate.ts';
export { isStalePlan } from './planned-statements.ts';
export { isConstraint, isSqlState, sqlStateOf } from './sql-errors.ts';
export type { Database } from './types.generated.ts';
