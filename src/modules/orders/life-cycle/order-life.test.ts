import { inTransaction } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { balancesOf, escrowOf, houseBalanceOf, verifyLedger } from '#ledger';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { withdrawCancellation } from '../cancellations/withdraw-cancellation.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { deliver } from '../deliveries/deliver.ts';
import { prolongAcceptance } from '../deliveries/prolong-acceptance.ts';
import { answerExtension } from '../extensions/answer-extension.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { escrowCheck } from '../order-escrow.report.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import {
  aCompletedOrder,
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  reload,
  someId,
} from '../testing/index.ts';
import { sweepOrderTimers } from '../timers/sweep-order-timers.ts';
import { openOrder, orderJson } from './open-order.ts';
import { submitRequirements } from './submit-requirements.ts';

const world = await aWorld();

afterEach(async () => {
  const report = await verifyLedger(world.ctx, [escrowCheck]);
  expect(report.differences).toEqual([]);
});

async function passes(hours: number) {
  world.clock.advance(hours * HOUR_MS);
  await sweepOrderTimers(world.ctx);
}

async function reminders(orderId: string): Promise<string[]> {
  const { rows } = await sql<{ reminder: string }>`select payload->>'reminder' as reminder
    from platform.facts where kind = 'orders.reminder-due' and payload->>'orderId' = ${orderId}
    order by at, id`.execute(world.ctx.db);
  return rows.map((row) => row.reminder);
}

const on = (order: { orderId: string }) => ({ orderId: order.orderId });
const work = (order: { orderId: string }) => ({
  ...on(order),
  note: 'العمل',
  files: [],
  aiUsed: false,
});

describe('an order that goes well', () => {
  it('shares the price to the cent and names the clearing', async () => {
    const order = await aCompletedOrder(world, {
      priceMinor: 1_555n,
      commissionBps: 1_850,
      clearingDays: 7,
    });
    expect(order.state).toBe('completed');
    expect(await escrowOf(world.ctx, order.orderId)).toBe(0n);
    const { pendingMinor } = await balancesOf(world.ctx, order.sellerId);
    expect(pendingMinor).toBe(1_555n - 288n); // 18.5 % of 1,555 is 287.675
    const { rows } = await sql<{ clears_at: Date }>`select clears_at from wallet.clearings
      where order_id = ${order.orderId}`.execute(world.ctx.db);
    expect(rows[0]?.clears_at.getTime()).toBe(world.clock.now().getTime() + 7 * DAY_MS);
  });

  it('goes through a change and is closed when the guarantee is over', async () => {
    const order = await aDeliveredOrder(world);
    await askForChange(world.as(order.buyerId), { ...on(order), body: 'اللون أغمق' });
    expect(await reload(world, order.orderId)).toMatchObject({
      state: 'in_progress',
      changesUsed: 1,
    });
    await deliver(world.as(order.sellerId), work(order));
    await acceptDelivery(world.as(order.buyerId), on(order));
    await passes(13 * 24);
    await passes(24);
    expect((await reload(world, order.orderId)).state).toBe('closed');
    expect(await reminders(order.orderId)).toEqual(['guarantee-ends']);
  });

  it('releases everything when the commission is nothing, and nothing when it is all', async () => {
    const free = await aCompletedOrder(world, { commissionBps: 0 });
    expect((await balancesOf(world.ctx, free.sellerId)).pendingMinor).toBe(free.priceMinor);
    const all = await aCompletedOrder(world, { commissionBps: 10_000 });
    expect((await balancesOf(world.ctx, all.sellerId)).pendingMinor).toBe(0n);
  });
});

describe('time', () => {
  it('without requirements: reminders at 12 and 36 hours, cancelled at 48, all back with the fee', async () => {
    const order = await anOrder(world, {
      priceMinor: 3_000n,
      fromEarnedMinor: 1_000n,
      feeMinor: 100n,
    });
    await passes(11.9);
    expect(await reminders(order.orderId)).toEqual([]);
    await passes(0.2);
    await passes(24);
    expect(await reminders(order.orderId)).toEqual([
      'requirements-wanted',
      'requirements-last-hours',
    ]);
    expect((await reload(world, order.orderId)).state).toBe('awaiting_requirements');
    await passes(12);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
    expect(await balancesOf(world.ctx, order.buyerId)).toMatchObject({
      creditMinor: 2_100n,
      earnedMinor: 1_000n,
    });
  });

  it('late with nothing delivered: told, may cancel after a day, cancels itself after seven', async () => {
    const order = await anActiveOrder(world);
    await sendOrderMessage(world.as(order.sellerId), { ...on(order), body: 'بدأت', key: 'k' });
    await passes(2.5 * 24);
    await passes(24 + 11);
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      code: 'order-late-with-nothing-delivered',
    });
    await passes(4 * 24);
    expect(await reminders(order.orderId)).toEqual(['due-soon', 'late', 'late-may-cancel']);
    await passes(2 * 24);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
    await passes(2);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
    expect(await reminders(order.orderId)).toEqual([
      'due-soon',
      'late',
      'late-may-cancel',
      'late-last-day',
    ]);
  });

  it('a delivery unanswered: reminders at 24, 48, 66 hours, completed at 72', async () => {
    const order = await aDeliveredOrder(world);
    for (const hours of [24, 24, 18]) await passes(hours);
    expect(await reminders(order.orderId)).toEqual([
      'acceptance-wanted',
      'acceptance-last-day',
      'acceptance-last-hours',
    ]);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
    await passes(6);
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });

  it('prolonged once: 72 hours more, reminders anew', async () => {
    const order = await aDeliveredOrder(world);
    await passes(70);
    await prolongAcceptance(world.as(order.buyerId), on(order));
    await expect(prolongAcceptance(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      code: 'order-not-prolonged-yet',
    });
    for (const hours of [28, 24, 18]) await passes(hours);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
    await passes(4.1);
    expect((await reload(world, order.orderId)).state).toBe('completed');
    expect(await reminders(order.orderId)).toEqual([
      'acceptance-last-hours',
      'acceptance-wanted',
      'acceptance-last-day',
      'acceptance-last-hours',
    ]);
  });

  it('after a first delivery an order never cancels itself, however late', async () => {
    const order = await aDeliveredOrder(world);
    await askForChange(world.as(order.buyerId), { ...on(order), body: 'أغمق' });
    await passes(60 * 24);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      status: 409,
    });
  });

  it('a standstill of a year ends in the same states, step by step', async () => {
    const [waiting, active, delivered] = [
      await anOrder(world),
      await anActiveOrder(world),
      await aDeliveredOrder(world),
    ];
    await passes(365 * 24);
    const states = await Promise.all(
      [waiting, active, delivered].map(async (one) => (await reload(world, one.orderId)).state),
    );
    expect(states).toEqual(['cancelled', 'cancelled', 'completed']);
    await passes(15 * 24);
    expect((await reload(world, delivered.orderId)).state).toBe('closed');
  });
});

describe('the seller says nothing', () => {
  it('for 24 hours: both are told, and the buyer may cancel', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 7 });
    await passes(23.9);
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      status: 409,
    });
    await passes(0.2);
    expect(await reminders(order.orderId)).toEqual(['first-word-wanted', 'seller-silent']);
    await cancelOrder(world.as(order.buyerId), on(order));
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor);
  });

  it('a word in time takes that away', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 7 });
    await sendOrderMessage(world.as(order.sellerId), { ...on(order), body: 'مرحبًا', key: 'a' });
    await passes(30);
    expect(await reminders(order.orderId)).toEqual([]);
    await expect(cancelOrder(world.as(order.buyerId), on(order))).rejects.toMatchObject({
      status: 409,
    });
  });
});

describe('more time', () => {
  it('is given by the buyer, or by silence, at most twice', async () => {
    const order = await anActiveOrder(world);
    const ask = () =>
      askExtension(world.as(order.sellerId), { ...on(order), days: 2, reason: 'مرض' });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'order-extensions-are-left' });
    await answerExtension(world.as(order.buyerId), { ...on(order), agreed: true });
    expect((await reload(world, order.orderId)).dueAt?.getTime()).toBe(
      (order.dueAt?.getTime() ?? 0) + 2 * DAY_MS,
    );
    await ask();
    await passes(48);
    expect((await reload(world, order.orderId)).dueAt?.getTime()).toBe(
      (order.dueAt?.getTime() ?? 0) + 4 * DAY_MS,
    );
    await expect(ask()).rejects.toMatchObject({ code: 'order-extensions-are-left' });
  });

  it('refused, the date stays; delivered meanwhile, the question lapses', async () => {
    const order = await anActiveOrder(world);
    await askExtension(world.as(order.sellerId), { ...on(order), days: 5, reason: 'سفر' });
    await answerExtension(world.as(order.buyerId), { ...on(order), agreed: false });
    expect((await reload(world, order.orderId)).dueAt).toEqual(order.dueAt);
    world.clock.advance(60_000);
    await askExtension(world.as(order.sellerId), { ...on(order), days: 5, reason: 'سفر' });
    await deliver(world.as(order.sellerId), work(order));
    const { rows } = await sql<{ outcome: string }>`select outcome from orders.asks
      where order_id = ${order.orderId} order by asked_at, id`.execute(world.ctx.db);
    expect(rows.map((row) => row.outcome)).toEqual(['refused', 'lapsed']);
  });

  it.each([
    [{ days: 0, reason: 'x' }, { days: 'invalid' }],
    [
      { days: 31, reason: '' },
      { days: 'invalid', reason: 'required' },
    ],
    [
      { days: 1.5, reason: 'x'.repeat(2_001) },
      { days: 'invalid', reason: 'too-long' },
    ],
  ])('is refused as %j', async (input, fields) => {
    const order = await anActiveOrder(world);
    await expect(
      askExtension(world.as(order.sellerId), { ...on(order), ...input }),
    ).rejects.toMatchObject({ fields });
  });
});

describe('cancelling by agreement', () => {
  it('before a delivery: agreed, everything goes back, the fee too', async () => {
    const order = await anActiveOrder(world, { feeMinor: 50n });
    await askCancellation(world.as(order.sellerId), { ...on(order), reason: 'ظرف' });
    await answerCancellation(world.as(order.buyerId), { ...on(order), agreed: true });
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor + 50n);
  });

  it('after a delivery: agreed, the price goes back and the fee is kept', async () => {
    const before = await houseBalanceOf(world.ctx, { kind: 'fees' });
    const order = await aDeliveredOrder(world, { feeMinor: 50n });
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'لا يناسب' });
    await answerCancellation(world.as(order.sellerId), { ...on(order), agreed: true });
    expect((await balancesOf(world.ctx, order.buyerId)).creditMinor).toBe(order.priceMinor);
    expect(await houseBalanceOf(world.ctx, { kind: 'fees' })).toBe(before + 50n);
  });

  it('silence means yes before a first delivery', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 30 });
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'غيّرت رأيي' });
    await passes(48);
    expect((await reload(world, order.orderId)).state).toBe('cancelled');
  });

  it('silence means no after it, and the clock of acceptance keeps running', async () => {
    const order = await aDeliveredOrder(world);
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'لا يناسب' });
    await passes(48);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
    await passes(24);
    expect((await reload(world, order.orderId)).state).toBe('completed');
  });

  it('delivered while the question waits: silence then means no', async () => {
    const order = await anActiveOrder(world);
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'تأخر' });
    await deliver(world.as(order.sellerId), work(order));
    await passes(49);
    expect((await reload(world, order.orderId)).state).toBe('delivered');
  });

  it('taken back or refused, the order goes on and one may ask again', async () => {
    const order = await anActiveOrder(world, { deliveryDays: 30 });
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'أ' });
    await withdrawCancellation(world.as(order.buyerId), on(order));
    await askCancellation(world.as(order.buyerId), { ...on(order), reason: 'ب' });
    await answerCancellation(world.as(order.sellerId), { ...on(order), agreed: false });
    await passes(72);
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
  });
});

describe('requirements', () => {
  it.each([
    [{ answers: {}, note: '' }, { 'q-name': 'required' }],
    [{ answers: { name: 'أ', colour: 'أخضر' }, note: '' }, { 'q-colour': 'invalid' }],
    [
      { answers: { name: 'أ'.repeat(5_001) }, note: 'ب'.repeat(5_001) },
      { 'q-name': 'too-long', note: 'too-long' },
    ],
  ])('are refused as %#', async (input, fields) => {
    const order = await anOrder(world);
    const given = submitRequirements(world.as(order.buyerId), {
      ...on(order),
      files: {},
      ...input,
    });
    await expect(given).rejects.toMatchObject({ fields });
    expect((await reload(world, order.orderId)).state).toBe('awaiting_requirements');
  });

  it('of a service that asks nothing are a note', async () => {
    const order = await anOrder(world, { questions: [] });
    const give = (note: string) =>
      submitRequirements(world.as(order.buyerId), { ...on(order), answers: {}, files: {}, note });
    await expect(give(' ')).rejects.toMatchObject({ fields: { note: 'required' } });
    await give('ابدأ من فضلك');
    expect((await reload(world, order.orderId)).dueAt?.getTime()).toBe(
      world.clock.now().getTime() + 3 * DAY_MS,
    );
  });
});

describe('opening', () => {
  it('twice under one key of one buyer is refused by the database', async () => {
    const order = await anOrder(world, { purchaseKey: 'once' });
    const json = await orderJson(world.ctx, {
      ...order,
      orderId: someId(world),
      purchaseKey: 'once',
    });
    const again = inTransaction(world.ctx, (tx) => openOrder(tx, json));
    await expect(again).rejects.toMatchObject({
      code: '23505',
      constraint: 'order_purchase_is_made_once',
    });
    await anOrder(world, { purchaseKey: 'once' });
  });

  it('neither adds a job nor notifies', async () => {
    const { rows } = await sql<{ source: string }>`select prosrc as source from pg_proc
      where oid = 'orders.open(jsonb,timestamptz)'::regprocedure`.execute(world.ctx.db);
    expect(rows[0]?.source).not.toMatch(/notify|add_job/i);
  });

  it('is refused of oneself', async () => {
    const me = someId(world);
    await expect(anOrder(world, { buyerId: me, sellerId: me })).rejects.toMatchObject({
      constraint: 'nobody_buys_from_themselves',
    });
  });
});

describe('what stays as it was', () => {
  it.each([
    'update orders.history set act = act',
    'delete from orders.history',
    'update orders.orders set price_minor = 1',
    'delete from orders.orders',
    'update orders.deliveries set note = note',
    'truncate orders.history',
  ])('refuses: %s', async (statement) => {
    await aDeliveredOrder(world);
    await expect(sql.raw(statement).execute(world.ctx.db)).rejects.toThrow(/refused|denied/);
  });

  it('the history says who did what from where to where', async () => {
    const order = await aCompletedOrder(world);
    const { rows } = await sql`select act, party, from_state, to_state, actor from orders.history
      where order_id = ${order.orderId} order by seq`.execute(world.ctx.db);
    expect(rows).toEqual([
      {
        act: 'open',
        party: 'buyer',
        from_state: null,
        to_state: 'awaiting_requirements',
        actor: order.buyerId,
      },
      {
        act: 'give_requirements',
        party: 'buyer',
        from_state: 'awaiting_requirements',
        to_state: 'in_progress',
        actor: order.buyerId,
      },
      {
        act: 'deliver',
        party: 'seller',
        from_state: 'in_progress',
        to_state: 'delivered',
        actor: order.sellerId,
      },
      {
        act: 'accept',
        party: 'buyer',
        from_state: 'delivered',
        to_state: 'completed',
        actor: order.buyerId,
      },
    ]);
  });
});

it('somebody unknown to the order finds nothing', async () => {
  const order = await aDeliveredOrder(world);
  await expect(acceptDelivery(world.stranger, on(order))).rejects.toThrow(NotFound);
  await expect(acceptDelivery(world.as(someId(world)), { orderId: 'no-id' })).rejects.toThrow(
    NotFound,
  );
});
