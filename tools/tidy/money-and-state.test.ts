import { describe, expect, it } from 'vitest';
import { moneyIsBigint, orderStatePlaces, postingPlaces } from './money-and-state.ts';
import { linesFound } from './planted.fixture.ts';

describe('posting money', () => {
  const code = "import { balanceOf, postTransfers } from '#ledger';";
  it('is refused outside <noun>-money.ts', () => {
    expect(linesFound(postingPlaces, ['src/modules/orders/accept.ts', code])).toEqual([1]);
    expect(
      linesFound(postingPlaces, [
        'src/modules/orders/a.ts',
        "import { hold as h } from '#ledger';",
      ]),
    ).toEqual([1]);
  });
  it('is accepted in <noun>-money.ts; reading is accepted everywhere', () => {
    expect(linesFound(postingPlaces, ['src/modules/orders/order-money.ts', code])).toEqual([]);
    expect(
      linesFound(postingPlaces, [
        'src/modules/orders/a.ts',
        "import { balanceOf } from '#ledger';",
      ]),
    ).toEqual([]);
  });
});

describe('an order’s state', () => {
  const query = "tx.db.updateTable('orders.orders').set({ state: 'closed' }).where('id', '=', id);";
  it.each([
    ['src/modules/orders/life-cycle/accept.ts', query],
    ['src/modules/orders/a.ts', "sql`update orders.orders set state = 'closed'`"],
    ['src/modules/orders/a.ts', "db.insertInto('orders.orders').values(row)"],
    ['db/worlds/souq/a.ts', query],
    ['db/migrations/0009_a.sql', "update orders.orders set state = 'closed';"],
    ['db/migrations/0009_a.sql', 'insert into orders.orders values (1);'],
  ])('is not written in %s: %s', (path, text) => {
    expect(linesFound(orderStatePlaces, [path, text])).toEqual([1]);
  });
  it.each([
    ['src/modules/orders/order-store.ts', query],
    ['src/modules/orders/a.ts', "db.updateTable('orders.orders').set({ note: 'a' })"],
    ['src/modules/orders/a.ts', "db.selectFrom('orders.orders').where('state', '=', 'closed')"],
    [
      'db/migrations/0009_a.sql',
      'create function orders.open() as $$ insert into orders.orders values (1); $$;',
    ],
  ])('is accepted in %s: %s', (path, text) => {
    expect(linesFound(orderStatePlaces, [path, text])).toEqual([]);
  });
});

describe('money', () => {
  it.each([
    ['src/modules/orders/a.ts', 'type A = { priceMinor: number };'],
    ['src/modules/orders/a.ts', 'function a(feeMinor: number | undefined) {}'],
    ['src/ui/a.tsx', 'const totalMinor: number = 1;'],
    ['db/migrations/0009_a.sql', 'create table a (price_minor integer not null);'],
    ['db/migrations/0009_a.sql', 'create table a (price_minor numeric(10, 2));'],
  ])('is never a number in %s: %s', (path, text) => {
    expect(linesFound(moneyIsBigint, [path, text])).toEqual([1]);
  });
  it.each([
    ['src/modules/orders/a.ts', 'type A = { priceMinor: bigint; count: number };'],
    [
      'db/migrations/0009_a.sql',
      'create table a (price_minor bigint check (price_minor > 0), days integer);',
    ],
  ])('is bigint in %s: %s', (path, text) => {
    expect(linesFound(moneyIsBigint, [path, text])).toEqual([]);
  });
});
