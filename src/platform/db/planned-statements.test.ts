import { type Ctx, inTransaction } from '#platform/context';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeEach, expect, it } from 'vitest';
import { openDatabase } from './database.ts';

const world = await aWorld();

async function owner(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: world.ownerUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

beforeEach(() =>
  owner(`drop table if exists platform.shelf;
    create table platform.shelf (book integer);
    insert into platform.shelf values (1), (2);
    grant select on platform.shelf to hirfa_app`),
);

const shelf = (book: number) => sql<object>`select * from platform.shelf where book = ${book}`;
const plans = `select count(*)::integer as n from pg_prepared_statements where statement like '%shelf%'`;

it.each([
  ['transactions', 0],
  ['all', 1],
] as const)('plans %s once a connection', async (planned, outside) => {
  const { url: connection } = world;
  const { db, pool, close } = openDatabase(connection, { max: 1, planned });
  for (let times = 0; times < 3; times += 1) await shelf(1).execute(db);
  expect((await pool.query(plans)).rows).toEqual([{ n: outside }]);
  for (let times = 0; times < 3; times += 1)
    await db.transaction().execute((transaction) => shelf(2).execute(transaction));
  expect((await pool.query(plans)).rows).toEqual([{ n: 1 }]);
  await close();
});

it.each([
  ['a reading', (ctx: Ctx) => shelf(1).execute(ctx.db)],
  ['a transaction', (ctx: Ctx) => inTransaction(ctx, (tx) => shelf(1).execute(tx.db))],
])('a table that changes under a running site does not break %s', async (_what, work) => {
  // One connection, so that it is the one whose plan is stale.
  const { db, pool, close } = openDatabase(world.url, { max: 1, planned: 'all' });
  const ctx = { ...world.ctx, db, pool };
  await work(ctx);
  await owner('alter table platform.shelf add column place text');
  expect((await work(ctx)).rows).toEqual([{ book: 1, place: null }]);
  await close();
});
