import { describe, expect, it } from 'vitest';
import { orderStatePlaces, postingPlaces } from './money-and-state.ts';
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
