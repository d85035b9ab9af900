import type { Ctx } from '#platform/context';
import { type RawBuilder, sql } from 'kysely';
import { requireRole } from '../identity-policy.ts';
import type { Role } from '../member.ts';

export interface StaffMemberRow {
  memberId: string;
  displayName: string;
  handle: string;
  email: string;
  emailVerified: boolean;
  joinedAt: Date;
  lastSeenAt: Date | null;
  roles: Role[];
}

const MEMBERS_A_PAGE = 24;
/** Pages beyond are for a narrower search. */
const LAST_PAGE = 400;

/**
 * One page (24) of members for the staff, newest first; `query` is part of a name, handle or
 * email, `role` keeps only its holders. Support and admins; refuses NotFound.
 */
export async function listMembers(
  ctx: Ctx,
  input: { query?: string; role?: Role; page?: number },
): Promise<{ members: StaffMemberRow[]; page: number; hasNext: boolean }> {
  requireRole(ctx, 'support');
  const page = Math.min(Math.max(1, input.page ?? 1), LAST_PAGE);
  const { rows } = await sql<StaffMemberRow>`
    select m.id as "memberId", m.display_name as "displayName", m.handle, m.email,
      m.email_verified as "emailVerified", m.created_at as "joinedAt",
      m.last_seen_at as "lastSeenAt",
      array(select r.role from identity.member_roles r where r.member_id = m.id) as roles
    from identity.members m where ${conditionOf(input)}
    order by m.created_at desc, m.id desc
    limit ${MEMBERS_A_PAGE + 1} offset ${(page - 1) * MEMBERS_A_PAGE}`.execute(ctx.db);
  return { members: rows.slice(0, MEMBERS_A_PAGE), page, hasNext: rows.length > MEMBERS_A_PAGE };
}

function conditionOf(input: { query?: string; role?: Role }): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (input.query) {
    const pattern = `%${input.query.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(lower(m.display_name) || ' ' || m.handle || ' ' || m.email) like ${pattern}`);
  }
  if (input.role) {
    parts.push(
      sql`exists (select 1 from identity.member_roles r where r.member_id = m.id and r.role = ${input.role})`,
    );
  }
  return sql.join(parts, sql` and `);
}
