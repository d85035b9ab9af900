import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NotFound } from '#platform/refusals';
import { addDays } from '#platform/time';
import { aWorld } from '#test/world';
import type { RuleKey, Rules } from './rule.ts';
import { ruleAt } from './rule-at.ts';
import { setRule } from './set-rule.ts';
import { RuleIsPast, UnknownRule } from './settings-errors.ts';

const world = await aWorld();
const reason = 'قرار الإدارة';

describe('rules', () => {
  it('hold their defaults until one is dated otherwise; earlier instants keep theirs', async () => {
    const now = world.clock.now();
    const usual = { bps: 500, minMinor: 50n, maxMinor: 500n };
    expect(await ruleAt(world.ctx, 'fee.buyer')).toEqual(usual);
    const changed = { bps: 700, minMinor: 100n, maxMinor: 900n };
    const validFrom = addDays(now, 2);
    await setRule(world.ctx, { key: 'fee.buyer', value: changed, validFrom, reason });
    expect(await ruleAt(world.ctx, 'fee.buyer')).toEqual(usual);
    expect(await ruleAt(world.ctx, 'fee.buyer', validFrom)).toEqual(changed);
    expect(await ruleAt(world.ctx, 'fee.buyer', new Date(validFrom.getTime() - 1))).toEqual(usual);
    await setRule(world.ctx, {
      key: 'fee.buyer',
      value: usual,
      validFrom: addDays(now, 5),
      reason,
    });
    expect(await ruleAt(world.ctx, 'fee.buyer', addDays(now, 4))).toEqual(changed);
    expect(await ruleAt(world.ctx, 'fee.buyer', addDays(now, 5))).toEqual(usual);
  });

  it('by level come back as they were', async () => {
    const value = { new: 1_900, active: 1_700, distinguished: 1_400, trusted: 1_100 };
    const validFrom = world.clock.now();
    await setRule(world.ctx, { key: 'fee.seller-bps', value, validFrom, reason });
    expect(await ruleAt(world.ctx, 'fee.seller-bps')).toEqual(value);
  });

  it('never change the past', async () => {
    const past = setRule(world.ctx, {
      key: 'payout.min-minor',
      value: 1n,
      validFrom: addDays(world.clock.now(), -1),
      reason,
    });
    await expect(past).rejects.toThrow(RuleIsPast);
  });

  const wrong: [string, unknown][] = [
    ['no-such-rule', 1],
    ['toString', 1],
    ['payout.min-minor', 10],
    ['fee.own-client-bps', '500'],
    ['fee.buyer', { bps: 500 }],
    ['order.requirements', { cancelAfterHours: 48, remindAfterHours: 12 }],
  ];
  it.each(wrong)('refuses %s with %j', async (key, value) => {
    const input = {
      key: key as RuleKey,
      value: value as Rules[RuleKey],
      validFrom: world.clock.now(),
      reason,
    };
    await expect(setRule(world.ctx, input)).rejects.toThrow(UnknownRule);
  });

  it('only admins may set one', async () => {
    const input = {
      key: 'payout.min-minor',
      value: 5n,
      validFrom: world.clock.now(),
      reason,
    } as const;
    for (const ctx of [
      world.stranger,
      world.as(randomUUID()),
      world.as(randomUUID(), ['finance']),
    ]) {
      await expect(setRule(ctx, input)).rejects.toThrow(NotFound);
    }
    await expect(setRule(world.as(randomUUID(), ['admin']), input)).resolves.toBeUndefined();
  });
});
