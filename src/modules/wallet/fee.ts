import { clampMinor, percentHalfUp } from '#platform/money';
import type { Ctx } from '#platform/context';
import { ruleAt } from '#settings';

/**
 * The buyer fee on money that comes through a gateway (SPEC 4.3, 16): a percent of the amount,
 * rounded half up, between a least and a most. USD cents. Nothing for nothing.
 */
export async function buyerFee(ctx: Ctx, amountMinor: bigint): Promise<bigint> {
  if (amountMinor <= 0n) return 0n;
  const rule = await ruleAt(ctx, 'fee.buyer');
  return clampMinor(percentHalfUp(amountMinor, BigInt(rule.bps)), rule.minMinor, rule.maxMinor);
}
