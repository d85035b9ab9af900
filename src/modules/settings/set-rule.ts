import { config } from '#config';
import { actorName, type Ctx, inTransaction, newId } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { isRuleKey, type RuleKey, ruleFromJson, type Rules, ruleToJson } from './rule.ts';
import { RuleIsPast, UnknownRule } from './settings-errors.ts';
import { forgetSettings } from './settings-store.ts';

/**
 * Sets a rule from an instant on (never in the past); earlier orders keep theirs. Only an admin or
 * the system. Refuses NotFound, UnknownRule, RuleIsPast (SPEC 11, 16).
 */
export async function setRule<K extends RuleKey>(
  ctx: Ctx,
  input: { key: K; value: Rules[K]; validFrom: Date; reason: string },
): Promise<void> {
  const { actor } = ctx;
  const allowed =
    actor.kind === 'system' || (actor.kind === 'member' && actor.roles.includes('admin'));
  if (!allowed) throw new NotFound();
  const json = ruleToJson(input.value);
  const known = isRuleKey(input.key) && ruleFromJson(config.rules[input.key], json) !== undefined;
  if (!known) throw new UnknownRule(input.key);
  if (input.validFrom < ctx.clock.now()) throw new RuleIsPast();
  await inTransaction(ctx, async (tx) => {
    await sql`insert into settings.rules (id, key, valid_from, value, reason, set_by, set_at)
      values (${newId(tx)}, ${input.key}, ${input.validFrom}, ${JSON.stringify(json)}::jsonb,
        ${input.reason}, ${actorName(tx)}, ${tx.clock.now()})
      on conflict on constraint rule_changes_once_an_instant do nothing`.execute(tx.db);
  });
  forgetSettings(ctx);
}
