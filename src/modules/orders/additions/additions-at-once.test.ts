import { balancesOf, escrowOf } from '#ledger';
import { aWorld } from '#test/world';
import { afterEach, describe, expect, it } from 'vitest';
import { additionsIn, expectNoDifferences, on } from '../testing/additions.fixture.ts';
import { anActiveOrder, reload } from '../testing/index.ts';
import { withdrawAddition } from './withdraw-addition.ts';

const world = await aWorld();
const { ctx } = world;
const { wish, sellerOf, rich, addFirst, propose, answer } = await additionsIn(world);

afterEach(() => expectNoDifferences(ctx));

describe('at once', () => {
  const won = async (acts: Promise<unknown>[]) =>
    (await Promise.allSettled(acts)).filter(({ status }) => status === 'fulfilled').length;
  const rounds = Array.from({ length: 5 }, (_, round) => round);

  it.each(rounds)('one form sent ten times pays once (%i)', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    expect(await won(rounds.flatMap(() => [addFirst(order, { key: 'f' })]))).toBe(5);
    expect((await reload(world, order.orderId)).priceMinor).toBe(order.priceMinor + 1_000n);
  });

  it.each(rounds)('two windows add one upgrade once (%i)', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    expect(await won([addFirst(order, { key: 'a' }), addFirst(order, { key: 'b' })])).toBe(1);
    expect(await escrowOf(ctx, order.orderId)).toBe(order.priceMinor + 1_000n);
  });

  it.each(rounds)('accepted and taken back: one wins (%i)', async () => {
    const order = await rich(await anActiveOrder(world, wish()));
    await propose(order);
    expect(await won([answer(order), withdrawAddition(sellerOf(order), on(order))])).toBe(1);
  });

  it.each(rounds)('two orders, one balance: the second is told (%i)', async () => {
    const first = await rich(await anActiveOrder(world, wish()), 1_500n);
    const second = await anActiveOrder(world, wish({ buyerId: first.buyerId }));
    expect(await won([addFirst(first), addFirst(second)])).toBe(1);
    expect((await balancesOf(ctx, first.buyerId)).creditMinor).toBe(500n);
  });
});
