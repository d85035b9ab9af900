import { resolve } from 'node:path';
import { config } from '#config';
import { syncCategories } from '#catalogue';
import { sweepOrderTimers, TRANSITIONS } from '#orders';
import { sweepClearings } from '#wallet';
import { START, aWorld, type World } from '#test/world';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgerChecks } from '../../../src/main/ledger-checks.ts';
import { orderRulesAt } from '../../../src/modules/orders/moves/order-rules.ts';
import { orderClock } from '../../../src/modules/orders/moves/order-clocks.ts';
import { verifyLedger } from '../../../src/modules/ledger/module.ts';
import { citySizes, loadCity } from './index.ts';

const NOW = new Date(START);
const size = citySizes.hamlet ?? { name: '', members: 0, services: 0, orders: 0, seed: 0 };

async function load(into: World, now = NOW): Promise<void> {
  await syncCategories(into.ctx);
  await loadCity({
    size,
    now,
    textsDirectory: resolve('db/worlds/city/texts'),
    groups: config.categories.map((group) => {
      return { key: group.key, leafKeys: group.leaves.map(({ key }) => key) };
    }),
    connect: async () => {
      const client = new pg.Client({ connectionString: into.ownerUrl });
      await client.connect();
      return client;
    },
    progress: () => undefined,
  });
}

let world: World;
let bare: World;
let again: World;

beforeAll(async () => {
  [world, bare, again] = [await aWorld(), await aWorld(), await aWorld()];
  await load(world);
  await load(again);
}, 180_000);

async function rowsOf<T>(query: string, from = world): Promise<T[]> {
  return (await from.ctx.pool.query<T & pg.QueryResultRow>(query)).rows;
}

async function count(query: string): Promise<number> {
  const [row] = await rowsOf<{ n: bigint }>(query);
  return Number(row?.n ?? -1);
}

describe('a loaded world', () => {
  it('has as many members, listed services and orders as it says, and passes the proof of the ledger', async () => {
    expect(await count('select count(*) as n from identity.members')).toBe(size.members);
    expect(await count('select count(*) as n from catalogue.service_cards')).toBe(size.services);
    expect(await count('select count(*) as n from orders.orders')).toBe(size.orders);
    const report = await verifyLedger(world.ctx, ledgerChecks);
    expect(report.differences).toEqual([]);
    expect(report.transfers).toBeGreaterThan(5_000n);
    expect(report.escrowHeld).toBeGreaterThan(0n);
  });

  it('comes out the same from the same seed and instant', async () => {
    const digest = (table: string, from: World) =>
      rowsOf<{ digest: string }>(
        `select md5(string_agg(row::text, '' order by row::text)) as digest from ${table} as row`,
        from,
      );
    for (const table of [
      'identity.members',
      'catalogue.services',
      'catalogue.service_cards',
      'orders.orders',
      'orders.history',
      'orders.timers',
      'messaging.messages',
      'ledger.transfers',
      'ledger.accounts',
    ]) {
      expect([table, await digest(table, again)]).toEqual([table, await digest(table, world)]);
    }
  });

  it('leaves every key, index, reference, check and trigger as the migrations made them', async () => {
    const structure = (from: World) =>
      rowsOf<{ what: string }>(
        `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as what
           from pg_constraint where connamespace <> 'pg_catalog'::regnamespace and conrelid <> 0
         union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'graphile_worker')
         union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
         union all select nspname from pg_namespace where nspname not like 'pg_%' order by 1`,
        from,
      );
    expect(await structure(world)).toEqual(await structure(bare));
  });
});

describe('its orders', () => {
  it('moved only as the table of moves says', async () => {
    const moves = await rowsOf<{ act: string; party: string; from: string; to: string }>(
      `select distinct act, party, from_state as from, to_state as to from orders.history where act <> 'open'`,
    );
    expect(moves.length).toBeGreaterThan(12);
    for (const move of moves) {
      const allowed = TRANSITIONS.some(
        (row) =>
          row.act === move.act &&
          row.from === move.from &&
          row.to === move.to &&
          (row.by as readonly string[]).includes(move.party),
      );
      expect([move, allowed]).toEqual([move, true]);
    }
  });

  it('stand where their history ended, with one version a move', async () => {
    const wrong = await rowsOf(`select o.code from orders.orders o
      cross join lateral (select count(*) as moves, (array_agg(to_state order by seq desc))[1] as last,
        max(at) as at, bool_and(in_line) as in_line
        from (select *, from_state is not distinct from lag(to_state) over (order by seq)
            and at >= lag(at, 1, at) over (order by seq) as in_line
          from orders.history where order_id = o.id) as acts) as h
      where o.version <> h.moves or o.state <> h.last or o.moved_at <> h.at or not h.in_line`);
    expect(wrong).toEqual([]);
    const states = await rowsOf<{ state: string }>('select distinct state from orders.orders');
    expect(states.length).toBeGreaterThan(4);
  });

  it('have the clocks that the acts would have started and stopped', async () => {
    const rules = await orderRulesAt(world.ctx, NOW);
    const timers = await rowsOf<{
      kind: Parameters<typeof orderClock>[0];
      step: number;
      anchor_at: Date;
      due_at: Date;
      done_at: Date | null;
    }>('select kind, step, anchor_at, due_at, done_at from orders.timers');
    expect(timers.length).toBeGreaterThan(size.orders * 3);
    for (const timer of timers) {
      const { steps } = orderClock(timer.kind, rules);
      const end = timer.done_at ?? NOW;
      const dueAt = (at: number) => timer.anchor_at.getTime() + (steps[at]?.offsetMs ?? Number.NaN);
      expect(timer.due_at.getTime()).toBe(dueAt(timer.step));
      if (timer.step > 0) expect(dueAt(timer.step - 1)).toBeLessThanOrEqual(end.getTime());
      if (timer.step < steps.length - 1)
        expect(timer.due_at.getTime()).toBeGreaterThan(end.getTime());
    }
    expect(
      await count(`select count(*) as n from orders.orders o where state not in ('closed', 'cancelled')
      and not exists (select from orders.timers t where t.order_id = o.id and done_at is null)`),
    ).toBe(
      await count(`select count(*) as n from orders.orders o where state = 'in_progress'
        and not exists (select from orders.timers t where t.order_id = o.id and done_at is null)`),
    );
  });

  it('have nothing overdue: a sweep finds no work, and a day later it finds some that works', async () => {
    expect(await sweepOrderTimers(world.ctx)).toBe(0);
    expect(await sweepClearings(world.ctx)).toBe(0);
    world.clock.advance(4 * 86_400_000);
    expect(await sweepOrderTimers(world.ctx)).toBeGreaterThan(0);
    expect(await sweepClearings(world.ctx)).toBeGreaterThan(0);
    expect(world.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    expect((await verifyLedger(world.ctx, ledgerChecks)).differences).toEqual([]);
  });
});

describe('its lists', () => {
  it('show what was counted', async () => {
    const counted = `select '' as scope, price_minor, delivery_days, count(*)::int as services
        from catalogue.service_cards group by 2, 3
      union all select group_key, price_minor, delivery_days, count(*)::int from catalogue.service_cards group by 1, 2, 3
      union all select leaf_key, price_minor, delivery_days, count(*)::int from catalogue.service_cards group by 1, 2, 3`;
    const kept = 'select scope, price_minor, delivery_days, services from catalogue.listing_counts';
    expect(await rowsOf(`(${kept}) except (${counted})`, again)).toEqual([]);
    expect(await rowsOf(`(${counted}) except (${kept})`, again)).toEqual([]);
    const sold = await rowsOf(
      `select c.service_id from catalogue.service_cards c where c.sales_count <> (select count(*)
        from orders.orders o where o.service_id = c.service_id and o.completed_at is not null)`,
      again,
    );
    expect(sold).toEqual([]);
  });

  it('have sellers within the limit of their level', async () => {
    const limits = config.rules['service.limit'];
    const sellers = await rowsOf<{ level: keyof typeof limits; services: number }>(
      `select coalesce(t.level, 'new') as level, count(*)::int as services from catalogue.services s
       left join trust.standings t on t.member_id = s.seller_id
       where s.state in ('published', 'paused', 'pending_review') group by s.seller_id, t.level`,
    );
    for (const { level, services } of sellers) expect(services).toBeLessThanOrEqual(limits[level]);
  });
});
