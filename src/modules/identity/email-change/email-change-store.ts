import type { Ctx, TxCtx } from '#platform/context';
import { addHours } from '#platform/time';
import { sql } from 'kysely';

const LIVES_HOURS = 24;

export interface EmailChange {
  memberId: string;
  newEmail: string;
  expiresAt: Date;
  oldConfirmedAt: Date | null;
  newConfirmedAt: Date | null;
}

const COLUMNS = sql`member_id as "memberId", new_email as "newEmail", expires_at as "expiresAt",
  old_confirmed_at as "oldConfirmedAt", new_confirmed_at as "newConfirmedAt"`;

/** The change that waits for confirmations, if one does. */
export async function findEmailChange(
  ctx: Ctx,
  memberId: string,
): Promise<EmailChange | undefined> {
  const { rows } = await sql<EmailChange>`
    select ${COLUMNS} from identity.email_changes
    where member_id = ${memberId} and expires_at > ${ctx.clock.now()}`.execute(ctx.db);
  return rows[0];
}

/** Writes the wish; an earlier one of the member ends with it. */
export async function saveEmailChange(
  tx: TxCtx,
  wish: { memberId: string; newEmail: string },
): Promise<void> {
  const now = tx.clock.now();
  await sql`insert into identity.email_changes (member_id, new_email, asked_at, expires_at)
    values (${wish.memberId}, ${wish.newEmail}, ${now}, ${addHours(now, LIVES_HOURS)})
    on conflict (member_id) do update set new_email = excluded.new_email,
      asked_at = excluded.asked_at, expires_at = excluded.expires_at,
      old_confirmed_at = null, new_confirmed_at = null`.execute(tx.db);
}

/** Marks one of the two addresses as confirmed and gives the change as it stands then. */
export async function confirmOneAddress(
  tx: TxCtx,
  confirmation: { memberId: string; address: 'old' | 'new' },
): Promise<EmailChange | undefined> {
  const now = tx.clock.now();
  const column = sql.ref(`${confirmation.address}_confirmed_at`);
  const { rows } = await sql<EmailChange>`
    update identity.email_changes set ${column} = ${now}
    where member_id = ${confirmation.memberId} and expires_at > ${now}
    returning ${COLUMNS}`.execute(tx.db);
  return rows[0];
}

/** The change is done or given up. */
export async function deleteEmailChange(tx: TxCtx, memberId: string): Promise<void> {
  await sql`delete from identity.email_changes where member_id = ${memberId}`.execute(tx.db);
}
