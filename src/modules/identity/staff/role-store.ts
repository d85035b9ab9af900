import { actorName, type Ctx, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import type { Role } from '../member.ts';

/** Gives the role; false when the member had it. */
export async function insertRole(
  tx: TxCtx,
  grant: { memberId: string; role: Role },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into identity.member_roles (member_id, role, granted_by, granted_at)
    values (${grant.memberId}, ${grant.role}, ${actorName(tx)}, ${tx.clock.now()})
    on conflict do nothing`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Takes the role away; false when the member did not have it. */
export async function deleteRole(
  tx: TxCtx,
  grant: { memberId: string; role: Role },
): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from identity.member_roles
    where member_id = ${grant.memberId} and role = ${grant.role}`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** The roles of a member, in no order. */
export async function listRoles(ctx: Ctx, memberId: string): Promise<Role[]> {
  const { rows } = await sql<{ role: Role }>`
    select role from identity.member_roles where member_id = ${memberId}`.execute(ctx.db);
  return rows.map(({ role }) => role);
}

const ROLES_LOCK = 4_217_023;

/** Makes changes of roles wait for each other, then counts who holds one. */
export async function countHolders(tx: TxCtx, role: Role): Promise<number> {
  await sql`select pg_advisory_xact_lock(${ROLES_LOCK})`.execute(tx.db);
  const { rows } = await sql<{ n: bigint }>`
    select count(*) as n from identity.member_roles where role = ${role}`.execute(tx.db);
  return Number(rows[0]?.n ?? 0n);
}
