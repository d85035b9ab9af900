import { verifyLedger } from '#ledger';
import { inTransaction } from '#platform/context';
import { NotInCrowd } from '#platform/crowd';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { CHECKS } from '../disputes/dispute.ts';
import { noteDebt } from '../disputes/guarantee-money.ts';
import { openDispute } from '../disputes/open-dispute.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { escrowCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import {
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  type OrderWish,
  reload,
  ringClocks,
  someId,
} from '../testing/index.ts';
import { ringTogether } from './ring-together.ts';
import { sweepOrderTimers } from './sweep-order-timers.ts';

const world = await aWorld();

/** Everything that stands of an order, without what names it. */
async function whatStandsOf({ orderId, buyerId, sellerId }: Order): Promise<object> {
  const { code: _code, serviceId: _service, ...order } = await reload(world, orderId);
  const { rows } = await sql<{ all: object }>`select jsonb_build_object(
    'history', (select jsonb_agg(to_jsonb(h) - 'seq' - 'order_id' order by seq)
      from orders.history h where order_id = ${orderId}),
    'timers', (select jsonb_agg(to_jsonb(t) - 'order_id' order by kind)
      from orders.timers t where order_id = ${orderId}),
    'asks', (select jsonb_agg(to_jsonb(a) - 'order_id' - 'id' order by kind)
      from orders.asks a where order_id = ${orderId}),
    'clearings', (select jsonb_agg(to_jsonb(c) - 'order_id' - 'member_id')
      from wallet.clearings c where order_id = ${orderId}),
    'transfers', (select jsonb_agg(jsonb_build_array(kind, amount_minor, actor, at) order by kind)
      from ledger.transfers where order_id = ${orderId}),
    'balances', (select jsonb_agg(jsonb_build_array(holder = ${sellerId}, kind, balance_minor)
      order by holder = ${sellerId}, kind) from ledger.accounts where holder in (${buyerId}, ${sellerId})),
    'facts', (select jsonb_agg(jsonb_build_array(kind, at, payload - 'serviceId') order by kind, at)
      from platform.facts where payload->>'orderId' = ${orderId})) as all`.execute(world.ctx.db);
  const text = JSON.stringify({ order, ...rows[0]?.all }, (_, value) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  const named = { [orderId]: 'order', [buyerId]: 'buyer', [sellerId]: 'seller' };
  return JSON.parse(
    text.replace(/[\da-f]{8}-[\da-f-]{27}/g, (id) => named[id] ?? 'another'),
  ) as object;
}

/** Orders that wait for something, by what they wait for; each made with the same wish. */
const WAITING: Record<string, (wish: OrderWish) => Promise<Order>> = {
  instructions: (wish) => anOrder(world, wish),
  'the delivery': (wish) => anActiveOrder(world, wish),
  acceptance: (wish) => aDeliveredOrder(world, wish),
  'more time': async (wish) => {
    const order = await anActiveOrder(world, wish);
    const { orderId } = order;
    await askExtension(world.as(order.sellerId), { orderId, days: 2, reason: 'مرض' });
    return order;
  },
  'a word on cancelling': async (wish) => {
    const order = await anActiveOrder(world, wish);
    const { orderId } = order;
    await askCancellation(world.as(order.sellerId), { orderId, reason: 'لا أستطيع' });
    return order;
  },
};

describe('ringTogether', () => {
  it.each(Object.keys(WAITING))(
    'leaves of orders that wait for %s what each alone leaves',
    async (what) => {
      const make = WAITING[what];
      if (!make) throw new Error('no such orders');
      const wishes: OrderWish[] = [
        {},
        { priceMinor: 500n, feeMinor: 50n },
        { priceMinor: 1_999n, fromEarnedMinor: 700n },
      ];
      const alone: Order[] = [];
      const together: Order[] = [];
      for (const wish of wishes) {
        alone.push(await make(wish));
        together.push(await make(wish));
      }
      const rest = async (hours: number) => {
        world.clock.advance(hours * HOUR_MS);
        for (const { orderId } of alone) await ringClocks(world.ctx, orderId);
        await sweepOrderTimers(world.ctx);
      };
      for (const hours of [25, 30, 50, 24 * 7, 24 * 9]) await rest(hours);
      for (const [at, order] of together.entries()) {
        const own = alone[at];
        if (!own) throw new Error('no twin');
        expect(await whatStandsOf(order)).toEqual(await whatStandsOf(own));
        expect((await reload(world, order.orderId)).version).toBeGreaterThan(order.version);
      }
      expect(
        world.logged.filter(({ message }) => message === 'clocks are rung one by one'),
      ).toEqual([]);
    },
  );

  it('leaves what is in dispute to be done alone', async () => {
    const order = await aDeliveredOrder(world);
    const ring = { orderId: order.orderId, kind: 'dispute_answer' as const };
    await openDispute(world.as(order.buyerId), {
      orderId: order.orderId,
      kind: 'defective',
      body: 'ليس ما طلبت',
      checks: CHECKS.defective,
      wantedMinor: 2_500n,
    });
    world.clock.advance(24 * 30 * HOUR_MS);
    expect(await ringTogether(world.ctx, [ring])).toEqual([]);
    await sweepOrderTimers(world.ctx);
    expect((await reload(world, order.orderId)).state).not.toBe('disputed');
  });

  it('lets two orders of one debtor pay a debt once', async () => {
    const sellerId = someId(world);
    const first = await aDeliveredOrder(world, { sellerId });
    const second = await aDeliveredOrder(world, { sellerId });
    const lost = await anOrder(world, { sellerId });
    await inTransaction(world.ctx, (tx) => noteDebt(tx, lost, 600n));
    world.clock.advance(24 * 30 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    expect(world.logged).toContainEqual(
      expect.objectContaining({ details: { err: expect.any(NotInCrowd), orders: 2 } }),
    );
    expect((await reload(world, first.orderId)).state).not.toBe('delivered');
    expect((await reload(world, second.orderId)).state).not.toBe('delivered');
    const { rows } = await sql<{ minor: bigint }>`select sum(amount_minor)::bigint as minor
      from ledger.transfers where kind = 'guarantee_recovery_from_pending'
        and order_id = ${lost.orderId}`.execute(world.ctx.db);
    expect(rows).toEqual([{ minor: 600n }]);
    expect((await verifyLedger(world.ctx, [escrowCheck])).differences).toEqual([]);
  });
});
