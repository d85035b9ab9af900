import { byPortions, type Loading } from './portions.ts';

const HOUR = 3_600_000;

/**
 * What buyers and sellers said in their orders: the seller's first word wherever the history has one,
 * and an answer or two. Both have read it, but for words of the last day.
 */
export async function loadTalk(loading: Loading, messages: readonly string[]): Promise<void> {
  const { now } = loading;
  await byPortions(loading, {
    text: `with rooms as (
        select o.i, o.spoke, o.completed, world.uuid(o.spoke, o.i, 60) as thread_id, o.id as order_id,
          o.buyer_id, o.seller_id
        from world.orders o
        where o.i between $1 and $2 and o.spoke is not null),
      opened as (
        insert into messaging.threads (id, subject_kind, subject_id, opened_at)
        select thread_id, 'order', order_id, world.at(spoke) from rooms order by i),
      said as (
        insert into messaging.messages (id, thread_id, sender_id, body, key, at)
        select world.uuid(m.at, r.i, 60 + m.n), r.thread_id, m.sender,
          ($3::text[])[world.zipf(world.chance(r.i, 60 + m.n), cardinality($3::text[]))],
          m.sender || ':world-' || m.n, world.at(m.at)
        from rooms r
        cross join lateral (values
          (1, r.seller_id, r.spoke, 1),
          (2, r.buyer_id, r.spoke + 600000 + (${5 * HOUR} * world.chance(r.i, 65))::bigint, 0.55),
          (3, r.seller_id, r.spoke + ${6 * HOUR} + (${9 * HOUR} * world.chance(r.i, 66))::bigint, 0.35),
          (4, r.buyer_id, r.completed + ${HOUR}, 0.3)
        ) as m(n, sender, at, share)
        where m.at <= ${now} and world.chance(r.i, 70 + m.n) < m.share
        order by r.i, m.at
        returning seq, thread_id, at)
      insert into messaging.thread_members (thread_id, member_id, read_up_to, read_at)
      select r.thread_id, p.member_id,
        case when l.at < world.at(${now - 24 * HOUR}) or p.side = 1 then l.seq else 0 end,
        case when l.at < world.at(${now - 24 * HOUR}) or p.side = 1 then l.at end
      from rooms r
      join (select thread_id, max(seq) as seq, max(at) as at from said group by 1) as l
        on l.thread_id = r.thread_id
      cross join lateral (values (1, r.seller_id), (2, r.buyer_id)) as p(side, member_id)
      order by r.i, p.side`,
    values: [messages],
  });
}
