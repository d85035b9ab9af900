import { type Ctx, requireMember } from '#platform/context';
import { sql } from 'kysely';
import { findNoticeKind } from './notice.ts';

export interface ShownNotice {
  noticeId: string;
  kind: string;
  title: string;
  body: string;
  href: string;
  at: Date;
  unread: boolean;
}

interface Row {
  id: string;
  kind: string;
  params: object;
  at: Date;
  readAt: Date | null;
}

const NOTICES_A_PAGE = 24;

/** One page of the reader's own notices, newest first, in their language (24 a page). */
export async function listNotices(
  ctx: Ctx,
  input: { page?: number } = {},
): Promise<{ notices: ShownNotice[]; page: number; pages: number }> {
  const memberId = requireMember(ctx);
  const count = await sql<{ n: bigint }>`
    select count(*) as n from notifications.notices where member_id = ${memberId}`.execute(ctx.db);
  const pages = Math.max(1, Math.ceil(Number(count.rows[0]?.n ?? 0n) / NOTICES_A_PAGE));
  const page = Math.min(Math.max(1, input.page ?? 1), pages);
  const { rows } = await sql<Row>`
    select id, kind, params, at, read_at as "readAt" from notifications.notices
    where member_id = ${memberId}
    order by at desc, id desc limit ${NOTICES_A_PAGE} offset ${(page - 1) * NOTICES_A_PAGE}`.execute(
    ctx.db,
  );
  return { notices: rows.flatMap((row) => shown(ctx, row)), page, pages };
}

/** How many notices of a member are unread; counts to 100 at most. */
export async function countUnreadNotices(ctx: Ctx, memberId: string): Promise<number> {
  const { rows } = await ctx.pool.query<{ n: bigint }>({
    name: 'notifications-count-unread',
    text: `select count(*) as n from (select 1 from notifications.notices
      where member_id = $1 and read_at is null limit 100) as unread`,
    values: [memberId],
  });
  return Number(rows[0]?.n ?? 0n);
}

/** The path a stored notice leads to. */
export function noticeHref(kind: string, params: object): string {
  return findNoticeKind(kind)?.href(params) ?? '/notices';
}

function shown(ctx: Ctx, row: Row): ShownNotice[] {
  const notice = findNoticeKind(row.kind);
  if (!notice) return [];
  const { title, body } = notice.words(ctx.reader.locale, row.params, ctx.reader);
  const href = notice.href(row.params);
  return [
    {
      noticeId: row.id,
      kind: row.kind,
      title,
      body,
      href,
      at: row.at,
      unread: row.readAt === null,
    },
  ];
}
