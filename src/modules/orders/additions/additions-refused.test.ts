import { balancesOf } from '#ledger';
import { fund } from '#ledger/testing';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { afterEach, describe, expect, it } from 'vitest';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { CHECKS } from '../disputes/dispute.ts';
import { openDispute } from '../disputes/open-dispute.ts';
import { listOpenAsks } from '../moves/order-asks.ts';
import type { Order } from '../order-row.ts';
import { askRefund } from '../refunds/ask-refund.ts';
import {
  additionsIn,
  expectNoDifferences,
  extra,
  on,
  refusal,
} from '../testing/additions.fixture.ts';
import {
  aCompletedOrder,
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  reload,
  someId,
} from '../testing/index.ts';
import { addUpgrade } from './add-upgrade.ts';
import { answerAddition } from './answer-addition.ts';
import { proposeAddition } from './propose-addition.ts';
import { listUpgradesToAdd } from './upgrades-to-add.ts';
import { withdrawAddition } from './withdraw-addition.ts';

const world = await aWorld();
const { ctx } = world;
const { wish, buyerOf, sellerOf, rich, addFirst, propose, answer } = await additionsIn(world);

afterEach(() => expectNoDifferences(ctx));

describe('refused, and nothing is paid', () => {
  const states: [string, () => Promise<Order>, string][] = [
    ['before the work began', () => anOrder(world, wish()), 'order-moved'],
    ['after completion', () => aCompletedOrder(world, wish()), 'order-moved'],
    [
      'in a dispute',
      async () => {
        const order = await aDeliveredOrder(world, wish());
        const claim = { kind: 'defective', checks: CHECKS.defective, body: 'عيب' } as const;
        await openDispute(buyerOf(order), { ...on(order), ...claim, wantedMinor: 100n });
        return order;
      },
      'order-moved',
    ],
    [
      'while cancelling is spoken about',
      async () => {
        const order = await anActiveOrder(world, wish());
        await askCancellation(buyerOf(order), { ...on(order), reason: 'x' });
        return order;
      },
      'order-no-cancellation-open',
    ],
    [
      'while a refund is spoken about',
      async () => {
        const order = await aDeliveredOrder(world, wish());
        await askRefund(buyerOf(order), { ...on(order), amountMinor: 100n, reason: 'x' });
        return order;
      },
      'order-no-refund-open',
    ],
  ];
  it.each(states)('%s', async (_when, make, code) => {
    const order = await rich(await make());
    await expect(addFirst(order)).rejects.toMatchObject(refusal(code));
    await expect(propose(order)).rejects.toMatchObject(refusal(code));
    expect((await balancesOf(ctx, order.buyerId)).creditMinor).toBe(10_000n);
  });

  it('when the balance does not cover it: it says what is missing', async () => {
    const order = await rich(await anActiveOrder(world, wish()), 600n);
    const short = { code: 'order-balance-short', details: { missingMinor: 400n } };
    await expect(addFirst(order, { key: 'k' })).rejects.toMatchObject(short);
    await propose(order);
    await expect(answer(order, true, 'k')).rejects.toMatchObject({
      details: { missingMinor: 100n },
    });
    const same = await reload(world, order.orderId);
    expect([same.priceMinor, same.state]).toEqual([order.priceMinor, 'in_progress']);
    await fund(ctx, order.buyerId, 400n);
    await addFirst(order, { key: 'k' });
  });

  it('at a price or for days that were not shown', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    const [upgrade] = await listUpgradesToAdd(ctx, order);
    const upgradeId = upgrade?.upgradeId ?? '';
    const add = (shownPriceMinor: bigint, shownDays: number) =>
      addUpgrade(buyerOf(order), { ...on(order), upgradeId, shownPriceMinor, shownDays });
    await expect(add(999n, 1)).rejects.toMatchObject(refusal('order-addition-changed'));
    await expect(add(1_000n, 0)).rejects.toMatchObject(refusal('order-addition-changed'));
    const gone = { upgradeId: someId(world), shownPriceMinor: 1_000n, shownDays: 1 };
    await expect(addUpgrade(buyerOf(order), { ...on(order), ...gone })).rejects.toMatchObject(
      refusal('order-upgrade-not-sold'),
    );
  });

  it('of a proposal that another has replaced', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    const [first] = await listOpenAsks(ctx, order.orderId);
    await withdrawAddition(sellerOf(order), on(order));
    await propose(order, { priceMinor: 9_000n });
    const late = { ...on(order), askId: first?.askId ?? '', agreed: true };
    await expect(answerAddition(buyerOf(order), late)).rejects.toMatchObject(
      refusal('order-addition-changed'),
    );
  });

  it('a second proposal beside an open one, an eleventh addition', async () => {
    const order = await rich(await anActiveOrder(world, wish()), 100_000n);
    await propose(order);
    await expect(propose(order)).rejects.toMatchObject(refusal('order-no-addition-open'));
    await answer(order);
    for (let count = 1; count < 10; count += 1) {
      await propose(order);
      await answer(order);
    }
    await expect(propose(order)).rejects.toMatchObject(refusal('order-additions-are-left'));
    await expect(addFirst(order)).rejects.toMatchObject(refusal('order-additions-are-left'));
  });

  it('to the wrong side, to a stranger and to staff it is not there', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    const [ask] = await listOpenAsks(ctx, order.orderId);
    const answered = { ...on(order), askId: ask?.askId ?? '', agreed: true };
    const others = [
      world.stranger,
      world.as(someId(world)),
      world.as(someId(world), ['support', 'admin']),
    ];
    for (const as of [...others, sellerOf(order)]) {
      await expect(addFirst(order, { as })).rejects.toThrow(NotFound);
      await expect(answerAddition(as, answered)).rejects.toThrow(NotFound);
    }
    for (const as of [...others, buyerOf(order)]) {
      await expect(proposeAddition(as, { ...on(order), ...extra })).rejects.toThrow(NotFound);
      await expect(withdrawAddition(as, on(order))).rejects.toThrow(NotFound);
    }
  });
});
