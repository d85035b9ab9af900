// Written by `npm run db:types` from the migrated database; never by hand.
// biome-ignore lint/suspicious/noExplicitAny: replaced at the first generation
export type Database = any;
