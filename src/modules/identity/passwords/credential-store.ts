import { newId, type TxCtx, type Ctx } from '#platform/context';
import { sql } from 'kysely';

/** The stored hash of a member's password, if they have one. */
export async function findPasswordHash(ctx: Ctx, memberId: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string | null }>`
    select password from identity.credentials
    where provider_id = 'credential' and account_id = ${memberId}`.execute(ctx.db);
  return rows[0]?.password ?? undefined;
}

/** Sets the hash, whether the member had a password before or not. */
export async function savePasswordHash(
  tx: TxCtx,
  credential: { memberId: string; hash: string },
): Promise<void> {
  const { memberId, hash } = credential;
  const now = tx.clock.now();
  await sql`insert into identity.credentials
      (id, member_id, account_id, provider_id, password, created_at, updated_at)
    values (${newId(tx)}, ${memberId}, ${memberId}, 'credential', ${hash}, ${now}, ${now})
    on conflict on constraint credential_is_kept_once
      do update set password = excluded.password, updated_at = excluded.updated_at`.execute(tx.db);
}
