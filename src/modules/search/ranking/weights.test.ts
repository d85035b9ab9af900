import { InvalidInput, NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { firstWeights } from './formula.ts';
import { publishedFormula } from './published-formula.ts';
import { stepWeights } from './step-weights.ts';
import { weightsNow } from './weights.ts';
import { wishWeights } from './wish-weights.ts';

const world = await aWorld();
const admin = world.as('01a2076b-4400-7b00-8d6f-dad2d148cf70', ['admin']);
const reason = 'التقييمات أصدق من المبيعات';
const DAY_MS = 86_400_000;

describe('a wish for other weights', () => {
  it.each([
    ['no reason', { rating: 0.3 }, 'لا', { reason: 'short' }],
    ['an endless reason', { rating: 0.3 }, 'ا'.repeat(501), { reason: 'long' }],
    ['more than all', { rating: 1.2 }, reason, { rating: 'share' }],
    ['less than nothing', { rating: -0.1 }, reason, { rating: 'share' }],
    ['no number', { level: Number.NaN }, reason, { level: 'share' }],
    ['nothing wished', {}, reason, { weights: 'nothing' }],
  ])('with %s is refused', async (_what, weights, why, fields) => {
    const refused: unknown = await wishWeights(admin, { weights, reason: why }).catch((e) => e);
    expect(refused).toBeInstanceOf(InvalidInput);
    expect((refused as InvalidInput).fields).toEqual(fields);
  });

  it('of others than admins is not there', async () => {
    for (const ctx of [
      world.stranger,
      world.as('01a2076b-4400-7b00-8d6f-dad2d148cf71', ['finance']),
    ])
      await expect(wishWeights(ctx, { weights: { rating: 0.3 }, reason })).rejects.toThrow(
        NotFound,
      );
  });

  it('comes true in steps of a tenth a day, each of them logged in public', async () => {
    await wishWeights(admin, { weights: { rating: 0.3 }, reason });
    expect((await weightsNow(world.ctx)).rating).toBeCloseTo(firstWeights.rating);
    expect(await stepWeights(world.ctx)).toBe(1);
    expect(await stepWeights(world.ctx)).toBe(0);
    expect((await weightsNow(world.ctx)).rating).toBeCloseTo(0.275);
    world.clock.advance(DAY_MS);
    await stepWeights(world.ctx);
    world.clock.advance(DAY_MS);
    expect(await stepWeights(world.ctx)).toBe(0);
    const { parts, changes } = await publishedFormula(world.stranger);
    const rating = parts.find(({ part }) => part === 'rating');
    expect(rating?.weight).toBeCloseTo(0.3);
    expect(rating?.wished).toBeCloseTo(0.3);
    expect(changes.map(({ verb }) => verb)).toEqual(['step', 'step', 'wish']);
    expect(changes.at(-1)?.reason).toBe(reason);
  });
});
