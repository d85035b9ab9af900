import type { Ctx, TxCtx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { type RawBuilder, sql } from 'kysely';
import { type Member, type MemberCard, readerOf } from './member.ts';

type Row = { [K in keyof Member]: Member[K] | null } & { email: string };

/** A member with the address that only they, the staff and the mail see. */
export type MemberWithEmail = Member & { email: string };

const COLUMNS = sql`id as "memberId", email, display_name as "displayName", handle, headline, bio,
  skills, languages, country, time_zone as "timeZone", locale, digits, calendar,
  email_verified as "emailVerified", created_at as "joinedAt", last_seen_at as "lastSeenAt"`;

/** The member of that id; refuses NotFound. */
export async function getMember(ctx: Ctx, memberId: string): Promise<Member> {
  return withoutEmail(await getMemberWithEmail(ctx, memberId));
}

/** The member whose page has this address, if there is one. */
export async function findMemberByHandle(ctx: Ctx, handle: string): Promise<Member | undefined> {
  const member = await findOne(ctx, sql`handle = ${handle.toLowerCase()}`);
  return member && withoutEmail(member);
}

/** The member with their email, for the module itself; refuses NotFound. */
export async function getMemberWithEmail(ctx: Ctx, memberId: string): Promise<MemberWithEmail> {
  const member = isUuid(memberId) ? await findOne(ctx, sql`id = ${memberId}`) : undefined;
  if (!member) throw new NotFound();
  return member;
}

/** The member with that email (lower case), if there is one. */
export function findMemberByEmail(ctx: Ctx, email: string): Promise<MemberWithEmail | undefined> {
  return findOne(ctx, sql`email = ${email}`);
}

/** Locks the member's row for a change; refuses NotFound. */
export async function lockMember(tx: TxCtx, memberId: string): Promise<MemberWithEmail> {
  const member = await findOne(tx, sql`id = ${memberId}`, sql`for update`);
  if (!member) throw new NotFound();
  return member;
}

/** Names and handles of many members at once; unknown ids are left out. */
export async function memberCards(
  ctx: Ctx,
  memberIds: readonly string[],
): Promise<Map<string, MemberCard>> {
  const ids = [...new Set(memberIds)].filter(isUuid);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<MemberCard>`
    select id as "memberId", display_name as "displayName", handle from identity.members
    where id = any(${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.memberId, row]));
}

/** Where mail to a member goes and how they read it, for notices; refuses NotFound. */
export async function contactOf(
  ctx: Ctx,
  memberId: string,
): Promise<{ email: string; reader: Reader }> {
  const member = await getMemberWithEmail(ctx, memberId);
  return { email: member.email, reader: readerOf(member) };
}

async function findOne(
  ctx: Ctx,
  where: RawBuilder<unknown>,
  lock: RawBuilder<unknown> = sql``,
): Promise<MemberWithEmail | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from identity.members where ${where} ${lock}`.execute(ctx.db);
  const row = rows[0];
  if (!row) return undefined;
  return {
    ...(row as MemberWithEmail),
    country: row.country ?? undefined,
    lastSeenAt: row.lastSeenAt ?? undefined,
  };
}

function withoutEmail({ email: _email, ...member }: MemberWithEmail): Member {
  return member;
}

/** Members who were seen since the instant: the ids of those who are about, at most 20,000. */
export async function membersSeenSince(ctx: Ctx, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from identity.members
    where last_seen_at >= ${since} order by last_seen_at desc limit 20000`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
