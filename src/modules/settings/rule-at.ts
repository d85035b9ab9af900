import { config } from '#config';
import type { Ctx } from '#platform/context';
import { type RuleKey, ruleFromJson, type Rules } from './rule.ts';
import { listDatedRules } from './settings-store.ts';

/**
 * The rule that holds at an instant (default: now): the newest dated row not after it, else the
 * operator's default. Amounts are bigint USD cents, shares basis points (SPEC 16).
 */
export async function ruleAt<K extends RuleKey>(ctx: Ctx, key: K, at?: Date): Promise<Rules[K]> {
  const instant = at ?? ctx.clock.now();
  const rows = await listDatedRules(ctx);
  const row = rows.find((rule) => rule.key === key && rule.validFrom <= instant);
  const fallback = config.rules[key];
  if (!row) return fallback;
  const value = ruleFromJson(fallback, row.value);
  if (value === undefined) throw new Error(`rule ${key} is stored in a shape nobody reads`);
  return value;
}
