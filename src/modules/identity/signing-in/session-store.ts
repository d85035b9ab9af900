import { forgetDevices } from '#notifications';
import type { Ctx, TxCtx } from '#platform/context';
import { systemClock } from '#platform/time';
import { sql } from 'kysely';
import { dropVisitor } from './visitor-cache.ts';

export interface OpenSession {
  sessionId: string;
  ip: string;
  userAgent: string;
  openedAt: Date;
}

/** The sessions of a member that are still good, newest first, at most 50. */
export async function listSessionsOf(ctx: Ctx, memberId: string): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select id as "sessionId", coalesce(ip_address, '') as ip,
      coalesce(user_agent, '') as "userAgent", created_at as "openedAt"
    from identity.sessions
    where member_id = ${memberId} and expires_at > ${systemClock.now()}
    order by created_at desc, id desc limit 50`.execute(ctx.db);
  return rows;
}

/**
 * Ends one session of the member, or all, or all but one; every process forgets them, and no pushes go
 * to their browsers any more. Returns how many.
 */
export async function endSessions(
  tx: TxCtx,
  which: { memberId: string; only?: string; except?: string },
): Promise<number> {
  const { memberId, only = null, except = null } = which;
  const { rows } = await sql<{ id: string }>`delete from identity.sessions
    where member_id = ${memberId} and (${only}::uuid is null or id = ${only})
      and (${except}::uuid is null or id <> ${except}) returning id`.execute(tx.db);
  const ended = rows.map(({ id }) => id);
  await forgetDevices(tx, { memberId, ended });
  await dropVisitor(tx, memberId);
  return ended.length;
}
