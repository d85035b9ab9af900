/**
 * `npm run db:types`: migrates a throw-away database and writes what came out: db/structure.sql (the
 * golden dump) and src/platform/db/types.generated.ts (Kysely's types).
 * With `--check` it writes nothing and fails, with a diff, when the files say something else.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '#platform/db';
import { startTestDatabase } from '#platform/embedded-database';
import { type Catalog, readCatalog } from './structure/catalog.ts';
import { difference } from './structure/difference.ts';
import { writeSql } from './structure/write-sql.ts';
import { writeTypes } from './structure/write-types.ts';

const MIGRATIONS = 'db/migrations';

async function readMigratedCatalog(): Promise<Catalog> {
  const database = await startTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  try {
    await migrate(database.url, MIGRATIONS);
    await client.connect();
    return await readCatalog(client);
  } finally {
    await client.end();
    await database.stop();
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const catalog = await readMigratedCatalog();
const golden: [path: string, text: string][] = [
  ['db/structure.sql', writeSql(catalog)],
  ['src/platform/db/types.generated.ts', writeTypes(catalog)],
];
const stale = golden.filter(([path, text]) => textOf(path) !== text);
for (const [path, text] of stale) {
  if (process.argv.includes('--check')) {
    console.log(`${path} is not what the migrations make:\n${difference(textOf(path), text)}`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
}
if (process.exitCode === 1) console.log('If that is what you meant: npm run db:types');
console.log(`${catalog.tables.length} tables read, ${stale.length} files differ`);
