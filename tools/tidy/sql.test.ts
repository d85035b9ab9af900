import { describe, expect, it } from 'vitest';
import { linesFound } from './planted.fixture.ts';
import { noServerClock, oldestPostgres, ownSchema } from './sql.ts';

describe('the server’s clock', () => {
  it.each([
    'create table a (at timestamptz default now());',
    'select current_timestamp;',
    'select clock_timestamp( );',
  ])('is refused in a migration: %s', (sql) =>
    expect(linesFound(noServerClock, ['db/migrations/0001_a.sql', `\n${sql}`])).toEqual([2]),
  );
  it.each([
    'sql`select now()`',
    'sql<Row>`where at < current_date`',
    "client.query('select now()')",
  ])('is refused in code: %s', (code) =>
    expect(linesFound(noServerClock, ['src/platform/a.ts', code])).toEqual([1]),
  );
  it.each(['-- never now()', 'select 1 as known;', '/* current_date */'])(
    'is not seen in: %s',
    (sql) => expect(linesFound(noServerClock, ['db/migrations/0001_a.sql', sql])).toEqual([]),
  );
  it('is not confused with ctx.clock.now()', () => {
    expect(
      linesFound(noServerClock, ['src/modules/a/b.ts', 'const at = ctx.clock.now();']),
    ).toEqual([]);
  });
});

describe('tables of another module', () => {
  const inOrders = 'src/modules/orders/order-lists.ts';
  it.each([
    "db.selectFrom('ledger.accounts')",
    "db.selectFrom('orders.orders').innerJoin('identity.members as m', 'a', 'b')",
    "db.updateTable('wallet.payments')",
    'sql`select * from ledger.accounts`',
    'sql`select ledger.post(${a})`',
    "pool.query('insert into platform.facts select * from ledger.transfers')",
    "db.insertInto('public_api.keys')",
  ])('are refused: %s', (code) => expect(linesFound(ownSchema, [inOrders, code])).toEqual([1]));

  it.each([
    "db.selectFrom('orders.orders as o')",
    'sql`update orders.orders set a = 1`',
    "recordFact(tx, 'wallet.paid', {})",
    "words('orders.title')",
    'sql`select 1 -- as ledger.post does`',
  ])('are not seen in: %s', (code) => expect(linesFound(ownSchema, [inOrders, code])).toEqual([]));

  it('may be read by a report, and touched by a test', () => {
    const code = "db.selectFrom('ledger.accounts')";
    expect(linesFound(ownSchema, ['src/modules/insights/money.report.ts', code])).toEqual([]);
    expect(linesFound(ownSchema, ['src/modules/orders/order.test.ts', code])).toEqual([]);
  });
});

describe('a PostgreSQL of version 15', () => {
  const found = (sql: string) => linesFound(oldestPostgres, ['db/migrations/0009_a.sql', sql]);
  it.each([
    'id uuid default uuidv7()',
    "select * from json_table(a, '$')",
    'select any_value(a) from b',
    'select random(1, 6)',
    'check (a is json)',
    'a bigint generated always as (b * (c + 1))',
    'a bigint generated always as (b) virtual',
    'update a set b = 1 returning old.b',
    'select 1_000',
    'check (a > 0) not enforced',
  ])('does not know: %s', (sql) => expect(found(sql)).toEqual([1]));

  it.each([
    'id uuid default gen_random_uuid()',
    'select random()',
    'a bigint generated always as (b * (c + 1)) stored',
    'id bigint generated always as identity',
    'update a set b = 1 returning b',
    "select json_build_object('a', 1), jsonb_array_elements(b)",
    'unique nulls not distinct (a)',
    'select a_1, b2_3 -- uuidv7()',
  ])('knows: %s', (sql) => expect(found(sql)).toEqual([]));
});
