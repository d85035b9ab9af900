import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

export interface AuditedAct {
  actId: string;
  at: Date;
  /** A member's id or `system:<part>`. */
  actor: string;
  verb: string;
  reason: string | undefined;
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
}

const LIMIT = 50;

/** The newest acts on one subject, at most 50. Who may read them is the caller's policy. */
export async function listActs(
  ctx: Ctx,
  subject: { subjectKind: string; subjectId: string },
): Promise<AuditedAct[]> {
  const { rows } = await sql<{ [K in keyof AuditedAct]: AuditedAct[K] | null }>`
    select id as "actId", at, actor, verb, reason, before, after from audit.acts
    where subject_kind = ${subject.subjectKind} and subject_id = ${subject.subjectId}
    order by at desc, id desc limit ${LIMIT}`.execute(ctx.db);
  return rows.map((row) => ({
    ...(row as AuditedAct),
    reason: row.reason ?? undefined,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
  }));
}
