import type { Ctx } from '#platform/context';

/** The one password of everybody in the demonstration's market. */
export const demoPassword = 'hirfa-demo-1447';

/** Who may be tried, in the order of the page. */
const demoRoles = ['buyer', 'seller', 'reviewer', 'support', 'finance', 'admin'] as const;
export type DemoRole = (typeof demoRoles)[number];

export interface DemoLogin {
  role: DemoRole;
  email: string;
  displayName: string;
  handle: string;
}

/** The named members of the demonstration that exist; none in an empty world. */
export async function listDemoLogins(ctx: Ctx): Promise<DemoLogin[]> {
  const emails = demoRoles.map((role) => `${role}@souq.example`);
  const { rows } = await ctx.pool.query<{ email: string; displayName: string; handle: string }>(
    `select email, display_name as "displayName", handle from identity.members
    where email = any($1)`,
    [emails],
  );
  return demoRoles.flatMap((role) => {
    const member = rows.find((row) => row.email === `${role}@souq.example`);
    return member ? [{ role, ...member }] : [];
  });
}
