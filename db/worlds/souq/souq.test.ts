import { syncCategories } from '#catalogue';
import { checkRatings } from '#reviews';
import { aWorld, type World } from '#test/world';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgerChecks } from '../../../src/main/ledger-checks.ts';
import { verifyLedger } from '../../../src/modules/ledger/module.ts';
import { fillSouq, isSouqFilled } from './index.ts';

let world: World;
const steps: number[] = [];

beforeAll(async () => {
  world = await aWorld();
  await syncCategories(world.ctx);
  await fillSouq(world.ctx, { progress: (done) => steps.push(done), listeners: [] });
}, 900_000);

async function count(query: string): Promise<number> {
  const { rows } = await world.ctx.pool.query<{ n: bigint }>(query);
  return Number(rows[0]?.n ?? 0n);
}

describe('the lively market', () => {
  it('is marked as filled, and filling again changes nothing', async () => {
    expect(await isSouqFilled(world.ctx)).toBe(true);
    const before = await count('select count(*) as n from orders.orders');
    await fillSouq(world.ctx, { progress: () => undefined, listeners: [] });
    expect(await count('select count(*) as n from orders.orders')).toBe(before);
  });

  it('has sellers, services in every category, and orders', async () => {
    expect(
      await count('select count(distinct seller_id) as n from catalogue.services'),
    ).toBeGreaterThanOrEqual(40);
    expect(
      await count("select count(*) as n from catalogue.services where state = 'published'"),
    ).toBeGreaterThanOrEqual(300);
    expect(await count('select count(distinct title) as n from catalogue.services')).toBe(
      await count('select count(*) as n from catalogue.services'),
    );
    expect(
      await count(`select count(*) as n from catalogue.categories c where c.group_key is not null
        and not exists (select 1 from catalogue.services s where s.leaf_key = c.key)`),
    ).toBe(0);
    expect(await count('select count(*) as n from orders.orders')).toBeGreaterThanOrEqual(1_950);
  });

  it('has orders in every state', async () => {
    const { rows } = await world.ctx.pool.query<{ state: string; n: bigint }>(
      'select state, count(*) as n from orders.orders group by state',
    );
    const states = Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
    for (const state of [
      'awaiting_requirements',
      'in_progress',
      'delivered',
      'completed',
      'closed',
      'cancelled',
    ]) {
      expect(states[state] ?? 0, state).toBeGreaterThan(3);
    }
    expect(states.disputed ?? 0, 'disputed').toBeGreaterThan(3);
  });

  it('has orders that grew by what was paid for, and parts handed in before the whole', async () => {
    expect(await count('select count(*) as n from orders.additions')).toBeGreaterThan(10);
    const parts = 'select count(distinct order_id) as n from orders.deliveries where part';
    expect(await count(parts)).toBeGreaterThan(10);
  });

  it('has reviews by both sides, answers, and figures that the reviews bear out', async () => {
    expect(await count('select count(*) as n from reviews.reviews')).toBeGreaterThan(1_000);
    expect(await count('select count(*) as n from reviews.answers')).toBeGreaterThan(50);
    const average = await world.ctx.pool.query<{ stars: number }>(
      `select avg((quality + communication + on_time) / 3.0)::float8 as stars from reviews.reviews
       where side = 'buyer'`,
    );
    expect(average.rows[0]?.stars).toBeGreaterThan(4);
    expect(average.rows[0]?.stars).toBeLessThan(4.95);
    expect(await checkRatings(world.ctx)).toEqual([]);
    expect(
      await count('select count(*) as n from catalogue.service_cards where rating_count > 0'),
    ).toBeGreaterThan(100);
  });

  it('has conversations before orders, with a request and offers that ended each in its way', async () => {
    expect(await count('select count(*) as n from conversations.conversations')).toBe(7);
    const { rows } = await world.ctx.pool.query<{ state: string }>(
      'select distinct state from checkout.offers order by state',
    );
    expect(rows.map(({ state }) => state)).toEqual(['declined', 'open', 'withdrawn']);
    expect(
      await count("select count(*) as n from checkout.order_requests where state = 'open'"),
    ).toBe(1);
  });

  it('keeps its books: the whole ledger is proven', async () => {
    const report = await verifyLedger(world.ctx, ledgerChecks);
    expect(report.differences).toEqual([]);
    expect(report.ok).toBe(true);
  });

  it('sends no mail and logs no error', async () => {
    expect(
      await count('select count(*) as n from platform.outgoing_mail where sent_at is null'),
    ).toBe(0);
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('tells how far it is, never backwards', () => {
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual(steps.toSorted((left, right) => left - right));
  });
});
