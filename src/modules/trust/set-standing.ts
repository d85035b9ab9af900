import { recordAct } from '#audit';
import { actorName, type Ctx, inTransaction, newId, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import type { Level } from './level.ts';
import { lockStanding, moveStanding } from './standing-store.ts';
import { SameStanding } from './trust-errors.ts';
import { standingChanged } from './trust-facts.ts';

/**
 * Sets a member's level, with the reason kept (SPEC 7.1, 1.3): support, admin or the system.
 * That the member exists is the caller's to know. Refuses NotFound, SameStanding.
 */
export async function setStanding(
  ctx: Ctx,
  input: { memberId: string; level: Level; reason: string },
): Promise<void> {
  if (!maySetStanding(ctx) || !isUuid(input.memberId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const before = await lockStanding(tx, input.memberId);
    if (before === input.level) throw new SameStanding();
    await moveStanding(tx, input);
    await insertChange(tx, { ...input, before });
    await recordAct(tx, {
      verb: 'trust.set-standing',
      subjectKind: 'member',
      subjectId: input.memberId,
      reason: input.reason,
      before: { level: before },
      after: { level: input.level },
    });
    await recordFact(tx, standingChanged, { memberId: input.memberId, level: input.level });
  });
}

function maySetStanding({ actor }: Ctx): boolean {
  if (actor.kind === 'system') return true;
  return (
    actor.kind === 'member' && actor.roles.some((role) => role === 'support' || role === 'admin')
  );
}

async function insertChange(
  tx: TxCtx,
  change: { memberId: string; before: Level; level: Level; reason: string },
): Promise<void> {
  await sql`insert into trust.standing_changes (id, member_id, from_level, to_level, reason, actor, at)
    values (${newId(tx)}, ${change.memberId}, ${change.before}, ${change.level}, ${change.reason},
      ${actorName(tx)}, ${tx.clock.now()})`.execute(tx.db);
}
