import type { Loading } from './portions.ts';

const DAY = 86_400_000;
/** Older notices would only be more of the same. */
const DAYS = 30;

/** What the sides of recent orders were told; of the last days some is unread. */
export async function loadNotices({ client, now, progress }: Loading): Promise<void> {
  await client.query(`insert into notifications.notices (id, member_id, key, kind, params, at, read_at)
    select world.uuid(n.at, o.i, 110 + n.n), n.member_id,
      'fact:' || world.uuid(n.at, o.i, 120 + n.n) || ':' || n.name, 'orders.' || n.name,
      jsonb_build_object('orderId', o.id, 'title', r.title, 'code', r.code, 'other', n.other,
        'amountMinor', n.minor::text, 'until', n.until, 'days', 0),
      world.at(n.at),
      case when n.at < ${now - 3 * DAY} and world.chance(o.i, 130 + n.n) < 0.92 then world.at(n.at + 3600000) end
    from world.orders o
    join orders.orders r on r.id = o.id
    join identity.members b on b.id = r.buyer_id
    join identity.members s on s.id = r.seller_id
    cross join lateral (values
      (1, o.opened, s.id, 'opened-seller', b.display_name, o.price, ''),
      (2, o.given, s.id, 'requirements-seller', b.display_name, o.price,
        to_char(r.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      (3, o.delivered, b.id, 'delivered-buyer', s.display_name, o.price,
        to_char(r.acceptance_ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      (4, o.completed, b.id, 'completed-buyer', s.display_name, o.price, '')
    ) as n(n, at, member_id, name, other, minor, until)
    where o.opened > ${now - DAYS * DAY} and n.at is not null order by n.at`);
  progress(1);
}
