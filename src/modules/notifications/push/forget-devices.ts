import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';

/**
 * Forgets the browsers of a member that took pushes in sessions that have ended: who signed out there is
 * not told there any more. Other browsers of theirs stay.
 */
export async function forgetDevices(
  tx: TxCtx,
  of: { memberId: string; ended: readonly string[] },
): Promise<void> {
  if (of.ended.length === 0) return;
  await sql`delete from notifications.push_devices
    where member_id = ${of.memberId} and session_id = any(${[...of.ended]}::uuid[])`.execute(tx.db);
}
