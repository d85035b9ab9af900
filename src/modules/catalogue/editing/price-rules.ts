import type { Ctx } from '#platform/context';
import { ruleAt } from '#settings';
import type { PriceRules } from './check-service.ts';

/** The prices that hold now (SPEC 16). */
export async function priceRules(ctx: Ctx): Promise<PriceRules> {
  const [service, upgrade] = await Promise.all([
    ruleAt(ctx, 'service.price'),
    ruleAt(ctx, 'upgrade.price'),
  ]);
  return { service, upgrade };
}
