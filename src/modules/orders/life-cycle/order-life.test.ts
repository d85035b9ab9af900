import { balancesOf, escrowOf } from '#ledger';
import { inTransaction } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { DAY_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { deliver } from '../deliveries/deliver.ts';
import { aCompletedOrder, aDeliveredOrder, anOrder, reload, someId } from '../testing/index.ts';
import { anOrderLife, on, work } from '../testing/order-life.fixture.ts';
import { openOrder, orderJson } from './open-order.ts';
import { submitRequirements } from './submit-requirements.ts';

const world = await aWorld();
const { passes, reminders } = anOrderLife(world);

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
