import { inTransaction } from '#platform/context';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { submitRequirements } from '../life-cycle/submit-requirements.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import { lockOrder } from '../order-store.ts';
import { aDeliveredOrder, anActiveOrder, anOrder, reload } from '../testing/index.ts';
import { ringTimer } from './ring-timer.ts';
import { sweepOrderTimers } from './sweep-order-timers.ts';

const world = await aWorld();
const system = { ...world.ctx, actor: { kind: 'system' as const, name: 'orders.clock' } };

describe('ringTimer', () => {
  it('does nothing before its time, nor for a clock that does not run', async () => {
    const order = await anOrder(world);
    expect(await ringTimer(system, { orderId: order.orderId, kind: 'requirements' })).toBe(false);
    expect(await ringTimer(system, { orderId: order.orderId, kind: 'acceptance' })).toBe(false);
  });

  it('leaves an order that somebody is acting on for the next time', async () => {
    const order = await aDeliveredOrder(world);
    world.clock.advance(80 * HOUR_MS);
    await inTransaction(world.ctx, async (tx) => {
      await lockOrder(tx, order.orderId);
      expect(await ringTimer(system, { orderId: order.orderId, kind: 'acceptance' })).toBe(false);
    });
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });

  it('ends quietly when its act no longer applies', async () => {
    const order = await anActiveOrder(world);
    await sql`insert into orders.timers (order_id, kind, anchor_at, due_at)
      values (${order.orderId}, 'extension', ${world.clock.now()}, ${world.clock.now()})
      on conflict do nothing`.execute(world.ctx.db);
    world.clock.advance(49 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    const { rows } = await sql<{
      done: boolean;
    }>`select done_at is not null as done from orders.timers
      where order_id = ${order.orderId} and kind = 'extension'`.execute(world.ctx.db);
    expect(rows).toEqual([{ done: true }]);
    expect((await reload(world, order.orderId)).dueAt).toEqual(order.dueAt);
  });
});

describe('reminders', () => {
  const remindersOf = async (orderId: string) => {
    const { rows } = await sql<{
      reminder: string;
    }>`select payload->>'reminder' as reminder from platform.facts
      where kind = 'orders.reminder-due' and payload->>'orderId' = ${orderId} order by at`.execute(
      world.ctx.db,
    );
    return rows.map((row) => row.reminder);
  };

  it('do not ask a seller for a first word who has spoken before the instructions', async () => {
    const order = await anOrder(world);
    const on = { orderId: order.orderId };
    await sendOrderMessage(world.as(order.sellerId), { ...on, body: 'أنا جاهزة', key: 'k' });
    await submitRequirements(world.as(order.buyerId), {
      ...on,
      answers: { name: 'أ' },
      note: '',
      files: {},
    });
    for (const hours of [19, 6]) {
      world.clock.advance(hours * HOUR_MS);
      await sweepOrderTimers(world.ctx);
    }
    expect(await remindersOf(order.orderId)).toEqual([]);
  });

  it('speak of a late change once something was delivered, not of cancelling', async () => {
    const order = await aDeliveredOrder(world);
    await askForChange(world.as(order.buyerId), { orderId: order.orderId, body: 'أغمق' });
    for (const hours of [60, 13, 30, 24 * 6]) {
      world.clock.advance(hours * HOUR_MS);
      await sweepOrderTimers(world.ctx);
    }
    expect(await remindersOf(order.orderId)).toEqual(['due-soon', 'late-change']);
  });
});
