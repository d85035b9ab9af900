import type { Ctx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { MINUTE_MS, systemClock } from '#platform/time';
import { readSessionToken } from './session-cookie.ts';
import { type SignedIn, visitorCache } from './visitor-cache.ts';

interface Row {
  sessionId: string;
  memberId: string;
  timeZone: string;
  digits: Reader['digits'];
  calendar: Reader['calendar'];
  lastSeenAt: Date | null;
  emailVerified: boolean;
  roles: string[];
}

const FIND = `select s.id as "sessionId", m.id as "memberId", m.time_zone as "timeZone", m.digits, m.calendar,
    m.last_seen_at as "lastSeenAt", m.email_verified as "emailVerified",
    array(select r.role from identity.member_roles r where r.member_id = m.id order by r.role) as roles
  from identity.sessions s join identity.members m on m.id = s.member_id
  where s.token = $1 and s.expires_at > $2`;

const SEEN_EVERY_MS = 10 * MINUTE_MS;

/**
 * Whose session the cookies carry; undefined for strangers. The hot path of every request: one
 * prepared read, kept a few seconds, forgotten at once when sessions or roles change.
 */
export async function authenticate(
  cookieHeader: string | undefined,
  ctx: Ctx,
): Promise<SignedIn | undefined> {
  const token = readSessionToken(cookieHeader, ctx);
  if (!token) return undefined;
  const cache = visitorCache(ctx);
  const kept = cache.byToken.get(token);
  if (kept) return kept;
  const { generation } = cache;
  const { rows } = await ctx.pool.query<Row>({
    name: 'identity-authenticate',
    text: FIND,
    values: [token, systemClock.now()],
  });
  const row = rows[0];
  if (!row) return undefined;
  const visitor: SignedIn = {
    actor: {
      kind: 'member',
      memberId: row.memberId,
      roles: row.roles,
      emailVerified: row.emailVerified,
    },
    sessionId: row.sessionId,
    timeZone: row.timeZone,
    digits: row.digits,
    calendar: row.calendar,
  };
  if (cache.generation === generation) cache.byToken.set(token, visitor);
  await markSeen(ctx, row);
  return visitor;
}

/** Keeps "last seen" roughly true: one write in ten minutes of business time. */
async function markSeen(ctx: Ctx, row: Row): Promise<void> {
  const now = ctx.clock.now();
  if (row.lastSeenAt && now.getTime() - row.lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  await ctx.pool.query({
    name: 'identity-mark-seen',
    text: 'update identity.members set last_seen_at = $2 where id = $1',
    values: [row.memberId, now],
  });
}
