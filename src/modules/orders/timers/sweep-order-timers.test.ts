import { inTransaction, newId } from '#platform/context';
import { postTransfers } from '#ledger';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { anOrder, reload } from '../testing/index.ts';
import { sweepOrderTimers } from './sweep-order-timers.ts';

const world = await aWorld();

describe('sweepOrderTimers', () => {
  it('is not stopped by one clock that fails', async () => {
    const broken = await anOrder(world, { priceMinor: 700n });
    const sound = await anOrder(world);
    // As after a mistake of ours: its escrow is gone, the refund cannot be posted.
    await inTransaction(world.ctx, (tx) =>
      postTransfers(tx, [
        {
          id: newId(tx),
          key: `test:${broken.orderId}`,
          kind: 'commission',
          debit: broken.orderId,
          amountMinor: 700n,
          orderId: broken.orderId,
          actor: 'system:test',
        },
      ]),
    );
    world.clock.advance(49 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, sound.orderId)).state).toBe('cancelled');
    expect((await reload(world, broken.orderId)).state).toBe('awaiting_requirements');
    expect(
      world.logged.some(({ level, message }) => level === 'error' && message === 'clock failed'),
    ).toBe(true);
  });

  it('may be told the instant', async () => {
    const order = await anOrder(world);
    await sweepOrderTimers(world.ctx, new Date(world.clock.now().getTime() + 49 * HOUR_MS));
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
  });
});
