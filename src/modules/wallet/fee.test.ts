import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { buyerFee } from './fee.ts';

const world = await aWorld();

describe('the buyer fee of a gateway: 5 %, from 0.50 to 5.00 USD, half a cent goes up', () => {
  it.each([
    [-5n, 0n],
    [0n, 0n],
    [1n, 50n],
    [1_000n, 50n],
    [1_009n, 50n],
    [1_010n, 51n], // 50.5 goes up
    [1_029n, 51n], // 51.45 goes down
    [1_030n, 52n], // 51.5 goes up
    [2_500n, 125n],
    [9_989n, 499n],
    [9_990n, 500n], // 499.5 goes up
    [10_000n, 500n],
    [100_000n, 500n],
  ])('on %d cents is %d', async (amountMinor, feeMinor) => {
    expect(await buyerFee(world.ctx, amountMinor)).toBe(feeMinor);
  });
});
