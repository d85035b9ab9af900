import type { Ctx } from '#platform/context';

/** What the head of every page says of the member who reads it. Amounts in USD cents. */
export interface ViewerFigures {
  displayName: string;
  handle: string;
  /** Credit and earned, without what staff withhold: what can be spent. */
  balanceMinor: bigint;
  unreadNotices: number;
  unreadMessages: number;
  /** Services in the cart. */
  cartLines: number;
}

/**
 * The figures of the header in one round trip over the members, the ledger, the notices and the
 * messages: it runs on every page of everybody signed in. Counts stop at 100.
 */
export async function viewerFigures(
  ctx: Ctx,
  memberId: string,
): Promise<ViewerFigures | undefined> {
  const { rows } = await ctx.pool.query<ViewerFigures>({
    name: 'site-viewer-figures',
    text: `select m.display_name as "displayName", m.handle,
        coalesce((select sum(a.balance_minor - a.held_minor) from ledger.accounts a
          where a.kind in ('member_credit', 'member_earned') and a.holder = m.id::text), 0)::bigint
          as "balanceMinor",
        (select count(*)::int from (select 1 from notifications.notices n
          where n.member_id = m.id and n.read_at is null limit 100) as unread) as "unreadNotices",
        (select count(*)::int from (select 1 from messaging.thread_members t
          join messaging.messages g on g.thread_id = t.thread_id and g.seq > t.read_up_to
            and g.sender_id is distinct from t.member_id
          where t.member_id = m.id and t.spam_at is null limit 100) as unread) as "unreadMessages",
        (select count(*)::int from checkout.cart_lines c where c.member_id = m.id) as "cartLines"
      from identity.members m where m.id = $1`,
    values: [memberId],
  });
  return rows[0];
}
