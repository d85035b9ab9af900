import { inTransaction } from '#platform/context';
import { sideBySide } from '#platform/crowd';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { askExtension } from '../extensions/ask-extension.ts';
import { OrderMoved } from '../order-errors.ts';
import { moveOrder } from '../order-store.ts';
import { anActiveOrder, reload } from '../testing/index.ts';
import { listOpenAsks } from './order-asks.ts';

const world = await aWorld();

it('each order has its own open questions', async () => {
  const [quiet, asked] = [await anActiveOrder(world), await anActiveOrder(world)];
  const { orderId } = asked;
  await askExtension(world.as(asked.sellerId), { orderId, days: 2, reason: 'مرض' });
  const asks = await inTransaction(world.ctx, (tx) =>
    sideBySide(tx, [quiet.orderId, orderId], listOpenAsks),
  );
  expect(asks.map((open) => open.map(({ kind }) => kind))).toEqual([[], ['extension']]);
});

it('who read an order as it was before is told, and the others move', async () => {
  const [fresh, stale] = [await anActiveOrder(world), await anActiveOrder(world)];
  const orders = [fresh, { ...stale, version: stale.version - 1 }];
  const change = { cancelledAt: world.clock.now() };
  const move = (order: typeof fresh) =>
    ({ order, act: 'cancel', party: 'seller', to: 'cancelled', change }) as const;
  const ended = await inTransaction(world.ctx, (tx) =>
    sideBySide(tx, orders, (one, order) => moveOrder(one, move(order)).catch(String)),
  );
  expect(ended).toEqual([
    expect.objectContaining({ orderId: fresh.orderId, state: 'cancelled' }),
    String(new OrderMoved('in_progress')),
  ]);
  expect((await reload(world, stale.orderId)).state).toBe('in_progress');
});
