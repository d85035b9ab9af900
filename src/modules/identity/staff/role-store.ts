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

/** Locks the holders of a role against other changes of it and counts them. */
export async function countHolders(tx: TxCtx, role: Role): Promise<number> {
  const { rows } = await sql`
    select member_id from identity.member_roles where role = ${role}
    order by member_id for update`.execute(tx.db);
  return rows.length;
}
