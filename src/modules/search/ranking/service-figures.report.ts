import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

const RECENT_MS = 30 * 86_400_000;

/**
 * Counts anew what orders say of each service. A buyer counts once however often they came back, and
 * not at all when they have also sold to this seller: rings lift nobody.
 */
export async function countServiceFigures(ctx: Ctx): Promise<void> {
  await ctx.db.connection().execute(async (db) => {
    // In a market of a million members it is longer than a page may take.
    await sql`set statement_timeout = 0`.execute(db);
    try {
      await count({ ...ctx, db });
    } finally {
      await sql`reset statement_timeout`.execute(db);
    }
  });
}

async function count(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const recent = new Date(now.getTime() - RECENT_MS);
  await sql`with rings as (
      select distinct one.seller_id, one.buyer_id
      from orders.orders one
        join orders.orders other on other.seller_id = one.buyer_id and other.buyer_id = one.seller_id
      where other.completed_at is not null),
    counted as (
      select o.service_id,
        count(distinct o.buyer_id) filter (where o.completed_at is not null and r.buyer_id is null) as buyers,
        count(distinct o.buyer_id) filter (where o.completed_at > ${recent} and r.buyer_id is null) as recent,
        count(*) filter (where o.completed_at is not null) as completed,
        count(*) filter (where o.completed_at is not null
          or (o.cancelled_at is not null and o.requirements_at is not null)) as ended,
        count(*) filter (where o.first_delivered_at <= o.due_at) as on_time,
        count(*) filter (where o.first_delivered_at is not null) as delivered,
        count(*) filter (where o.seller_spoke_at <= o.requirements_at + interval '1 day'
          or o.first_delivered_at <= o.requirements_at + interval '1 day') as replied,
        count(*) filter (where o.requirements_at < ${now}::timestamptz - interval '1 day') as asked
      from orders.orders o
        left join rings r on r.seller_id = o.seller_id and r.buyer_id = o.buyer_id
      group by o.service_id)
    insert into search.figures as held (service_id, buyers, recent_buyers, completed, ended, on_time,
      delivered, replied, asked, counted_at)
    select service_id, buyers, recent, completed, ended, on_time, delivered, least(replied, asked), asked,
      ${now}
    from counted
    on conflict (service_id) do update set buyers = excluded.buyers,
      recent_buyers = excluded.recent_buyers, completed = excluded.completed, ended = excluded.ended,
      on_time = excluded.on_time, delivered = excluded.delivered, replied = excluded.replied,
      asked = excluded.asked, counted_at = excluded.counted_at
    where (held.buyers, held.recent_buyers, held.completed, held.ended, held.on_time, held.delivered,
      held.replied, held.asked) is distinct from (excluded.buyers, excluded.recent_buyers,
      excluded.completed, excluded.ended, excluded.on_time, excluded.delivered, excluded.replied,
      excluded.asked)`.execute(ctx.db);
}
