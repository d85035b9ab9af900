import { actorName, newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** What a member of the staff (or the system) did to something, and why. */
export interface Act {
  /** `<module>.<verb>`: `identity.grant-role`. */
  verb: string;
  subjectKind: string;
  subjectId: string;
  reason?: string;
  before?: object;
  after?: object;
}

/** Writes the act in the transaction of the change; it can never be changed (SPEC 1.3). */
export async function recordAct(tx: TxCtx, act: Act): Promise<void> {
  await sql`insert into audit.acts (id, at, actor, verb, subject_kind, subject_id, reason, before, after)
    values (${newId(tx)}, ${tx.clock.now()}, ${actorName(tx)}, ${act.verb}, ${act.subjectKind},
      ${act.subjectId}, ${act.reason ?? null}, ${jsonOf(act.before)}::jsonb, ${jsonOf(act.after)}::jsonb)`.execute(
    tx.db,
  );
}

function jsonOf(value: object | undefined): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part));
}
