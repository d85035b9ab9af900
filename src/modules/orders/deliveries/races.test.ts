import { HOUR_MS } from '#platform/time';
import { balancesOf, verifyLedger } from '#ledger';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { submitRequirements } from '../life-cycle/submit-requirements.ts';
import { escrowCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import { aDeliveredOrder, anActiveOrder, anOrder, reload } from '../testing/index.ts';
import { sweepOrderTimers } from '../timers/sweep-order-timers.ts';
import { acceptDelivery } from './accept-delivery.ts';
import { askForChange } from './ask-for-change.ts';
import { deliver } from './deliver.ts';

const world = await aWorld();
const on = (order: Order) => ({ orderId: order.orderId });
const buyerOf = (order: Order) => world.as(order.buyerId);
const sellerOf = (order: Order) => world.as(order.sellerId);
const deliverIt = (order: Order, key?: string) =>
  deliver(sellerOf(order), { ...on(order), note: 'العمل', files: [], aiUsed: false, key });

afterEach(async () => {
  expect((await verifyLedger(world.ctx, [escrowCheck])).differences).toEqual([]);
});

async function won(...acts: Promise<unknown>[]): Promise<number> {
  const outcomes = await Promise.allSettled(acts);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409 });
  }
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
}

async function actsOf(order: Order): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`select act from orders.history
    where order_id = ${order.orderId} order by seq`.execute(world.ctx.db);
  return rows.map((row) => row.act);
}

async function lateOrder(): Promise<Order> {
  const order = await anActiveOrder(world);
  await sendOrderMessage(sellerOf(order), { ...on(order), body: 'سأبدأ', key: 'k' });
  world.clock.advance(4.5 * 24 * HOUR_MS);
  return order;
}

describe('two people at once: one succeeds, the other sees what is', () => {
  const rounds = Array.from({ length: 5 }, (_, round) => round);

  it.each(rounds)('accept and ask for a change (%i)', async () => {
    const order = await aDeliveredOrder(world);
    expect(
      await won(
        acceptDelivery(buyerOf(order), on(order)),
        askForChange(buyerOf(order), { ...on(order), body: 'x' }),
      ),
    ).toBe(1);
  });

  it.each(rounds)('accept and agree to cancel (%i)', async () => {
    const order = await aDeliveredOrder(world);
    await askCancellation(buyerOf(order), { ...on(order), reason: 'x' });
    expect(
      await won(
        acceptDelivery(buyerOf(order), on(order)),
        answerCancellation(sellerOf(order), { ...on(order), agreed: true }),
      ),
    ).toBe(1);
  });

  it.each(rounds)('deliver and cancel for being late (%i)', async () => {
    const order = await lateOrder();
    expect(await won(cancelOrder(buyerOf(order), on(order)), deliverIt(order))).toBe(1);
  });

  it.each(rounds)('give requirements and cancel (%i)', async () => {
    const order = await anOrder(world);
    const give = submitRequirements(buyerOf(order), {
      ...on(order),
      answers: { name: 'أ' },
      note: '',
      files: {},
    });
    // The cancelling may also come right after the start of the work, where it is refused by its guard.
    expect(await won(give, cancelOrder(buyerOf(order), on(order)))).toBe(1);
  });

  it.each(rounds)('accept and complete by itself (%i)', async () => {
    const order = await aDeliveredOrder(world);
    world.clock.advance(73 * HOUR_MS);
    const accept = acceptDelivery(buyerOf(order), on(order)).then(
      () => 1,
      () => 0,
    );
    const [accepted] = await Promise.all([accept, sweepOrderTimers(world.ctx)]);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('completed');
    const completions = (await actsOf(order)).filter(
      (act) => act === 'accept' || act === 'acceptance_time_over',
    );
    expect(completions).toEqual([accepted === 1 ? 'accept' : 'acceptance_time_over']);
  });

  it.each(rounds)('ask for more time and cancel by itself (%i)', async () => {
    const order = await anActiveOrder(world);
    world.clock.advance(11 * 24 * HOUR_MS);
    const ask = askExtension(sellerOf(order), { ...on(order), days: 3, reason: 'x' }).catch(
      () => undefined,
    );
    await Promise.all([ask, sweepOrderTimers(world.ctx)]);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor);
  });

  it.each(rounds)('two sweeps do each step once (%i)', async () => {
    const order = await aDeliveredOrder(world);
    world.clock.advance(73 * HOUR_MS);
    await Promise.all(Array.from({ length: 4 }, () => sweepOrderTimers(world.ctx)));
    await sweepOrderTimers(world.ctx);
    expect((await actsOf(order)).filter((act) => act === 'acceptance_time_over')).toHaveLength(1);
  });
});

describe('the same act again', () => {
  it('50 simultaneous acceptances of one delivery are exactly one', async () => {
    const order = await aDeliveredOrder(world);
    const many = Array.from({ length: 50 }, () => acceptDelivery(buyerOf(order), on(order)));
    expect(await won(...many)).toBe(1);
    expect((await balancesOf(world.ctx, order.sellerId)).pendingMinor).toBe(2_000n);
  });

  it('with the key of the form finds the first result, 20 times at once', async () => {
    const order = await anActiveOrder(world);
    const taken = await Promise.all(Array.from({ length: 20 }, () => deliverIt(order, 'form-1')));
    expect(taken.filter((one) => !one.repeated)).toHaveLength(1);
    const { rows } =
      await sql`select 1 from orders.deliveries where order_id = ${order.orderId}`.execute(
        world.ctx.db,
      );
    expect(rows).toHaveLength(1);
  });

  it('the key of another act is refused', async () => {
    const order = await anActiveOrder(world);
    await deliverIt(order, 'one');
    await expect(
      acceptDelivery(buyerOf(order), { ...on(order), key: 'one' }),
    ).rejects.toMatchObject({ code: 'order-key-used' });
  });

  it('a message with the key of its form is one message', async () => {
    const order = await anActiveOrder(world);
    const send = () =>
      sendOrderMessage(sellerOf(order), { ...on(order), body: 'مرحبًا', key: 'same' });
    const said = await Promise.all(Array.from({ length: 10 }, send));
    expect(new Set(said.map((one) => one.messageId)).size).toBe(1);
    expect((await actsOf(order)).filter((act) => act === 'speak')).toHaveLength(1);
  });
});
