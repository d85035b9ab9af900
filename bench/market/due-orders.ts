import pg from 'pg';
import { config } from '#config';
import { HOUR_MS } from '#platform/time';
import type { PaidOrder } from './paid-orders.ts';

const { requirements, acceptance } = {
  requirements: config.rules['order.requirements'],
  acceptance: config.rules['order.acceptance'],
};
/** Long enough before now that the last step of both clocks is due, and not a step more. */
export const openedBefore = (now: Date) =>
  new Date(now.getTime() - (requirements.cancelAfterHours + 1) * HOUR_MS);

/**
 * Makes the last step of every order's clock due: of half of them the buyer never gave instructions, the
 * others were delivered and wait for an answer. Their reminders have been sent.
 */
export async function makeDue(
  ownerUrl: string,
  orders: readonly PaidOrder[],
  now: Date,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const delivered = orders.filter((_, index) => index % 2 === 1).map(({ orderId }) => orderId);
  const endedAt = new Date(now.getTime() - HOUR_MS);
  try {
    await client.query('set synchronous_commit = off; set statement_timeout = 0');
    await client.query(
      `update orders.timers set step = $1, due_at = anchor_at + $2 * interval '1 hour'`,
      [requirements.remindAfterHours.length, requirements.cancelAfterHours],
    );
    const id = 'unnest($1::uuid[]) as asked(id)';
    await client.query(
      `update orders.orders set state = 'delivered', version = 3, requirements_at = opened_at,
         seller_spoke_at = opened_at, due_at = opened_at + interval '3 days',
         first_delivered_at = opened_at, delivered_at = opened_at, acceptance_ends_at = $2
       where id = any($1)`,
      [delivered, endedAt],
    );
    await client.query(
      `insert into orders.history (order_id, at, actor, party, act, from_state, to_state)
       select o.id, o.opened_at, m.actor, m.party, m.act, m.from_state, m.to_state
       from ${id} join orders.orders o using (id) cross join lateral (values
         (1, o.buyer_id::text, 'buyer', 'give_requirements', 'awaiting_requirements', 'in_progress'),
         (2, o.seller_id::text, 'seller', 'deliver', 'in_progress', 'delivered')
       ) as m(n, actor, party, act, from_state, to_state) order by o.id, m.n`,
      [delivered],
    );
    await client.query('update orders.timers set done_at = anchor_at where order_id = any($1)', [
      delivered,
    ]);
    await client.query(
      `insert into orders.timers (order_id, kind, step, anchor_at, due_at)
       select id, 'acceptance', $2, $3, $3 from ${id}`,
      [delivered, acceptance.remindAfterHours.length, endedAt],
    );
    await client.query('vacuum analyze orders.orders, orders.timers, orders.history');
  } finally {
    await client.end();
  }
}

/** What is wrong with orders whose last step was due: not done, done twice, or not as the table says. */
export async function notDoneOnce(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ wrong: string }>(
    `select o.id || ' ' || o.state || ' version ' || o.version || ', steps ' || h.steps as wrong
     from orders.orders o
     cross join lateral (select count(*) filter (where act like '%\\_time\\_over') as steps
       from orders.history where order_id = o.id) h
     where h.steps <> 1 or (o.state, o.version) not in (('cancelled', 2), ('completed', 4))
       or exists (select 1 from orders.timers where order_id = o.id and done_at is null
         and due_at <= o.moved_at)
     limit 10`,
  );
  return rows.map(({ wrong }) => wrong);
}
