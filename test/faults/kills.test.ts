import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMarket, buy, fillPurses, isLedgerTrue, type Market, startLoad } from './market.ts';
import { aPlace, freePort, postmasterOf, type Site, startSite } from './site.ts';

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 3);
const SETTLE_MS = 60_000;

let place: Awaited<ReturnType<typeof aPlace>>;
let port: number;
let site: Site;
let market: Market;

beforeAll(async () => {
  place = await aPlace();
  port = await freePort();
  site = await startSite({ dataDir: place.dataDir, port });
  market = await aMarket({ url: site.url, dataDir: place.dataDir });
});

afterAll(async () => {
  await market?.handle.close();
  await site?.end('SIGTERM');
  await place?.end();
});

describe('under a load of purchases', () => {
  it(
    `the server is killed ${ROUNDS} times, and nothing is lost or doubled`,
    async () => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        await fillPurses(market);
        const before = market.acknowledged.size;
        const load = startLoad(market);
        await someoneBought(before);
        await sleep(Math.random() * 1_000);
        await site.end('SIGKILL');
        await load.stop();
        site = await startSite({ dataDir: place.dataDir, port });
        await proveAll(`round ${round}`);
      }
      expect(market.acknowledged.size).toBeGreaterThanOrEqual(ROUNDS);
    },
    120_000 + ROUNDS * 60_000,
  );

  it(
    `PostgreSQL is killed ${ROUNDS} times; the site asks to try again and recovers by itself`,
    async () => {
      const { pid } = site.child;
      for (let round = 1; round <= ROUNDS; round += 1) {
        await fillPurses(market);
        const before = market.acknowledged.size;
        const load = startLoad(market);
        await someoneBought(before);
        await sleep(Math.random() * 1_000);
        process.kill(postmasterOf(place.dataDir) as number, round % 2 ? 'SIGKILL' : 'SIGQUIT');
        await databaseIsBack();
        await someoneBought(market.acknowledged.size);
        await load.stop();
        await proveAll(`round ${round}`);
      }
      expect(market.retryPages).toBeGreaterThan(0);
      expect({ alive: site.isAlive, pid: site.child.pid }).toEqual({ alive: true, pid });
    },
    120_000 + ROUNDS * 60_000,
  );
});

async function someoneBought(before: number): Promise<void> {
  await expect.poll(() => market.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(before);
}

/** Ready once more: first the old one has to be gone. */
async function databaseIsBack(): Promise<void> {
  const ready = () =>
    fetch(`${site.url}/ready`).then(
      ({ status }) => status,
      () => 0,
    );
  await sleep(300);
  await expect.poll(ready, { timeout: 45_000, interval: 100 }).toBe(200).catch(brokenOff);
}

/** What the server said before it went is more than what we waited for in vain. */
function brokenOff(error: Error): never {
  const { isAlive, stderr } = site;
  throw new Error(`${error.message}; alive: ${isAlive}; it said: ${stderr.slice(-3_000)}`, {
    cause: error,
  });
}

/** Everything that must hold after a fall, whatever it cut short. */
async function proveAll(round: string): Promise<void> {
  await retryUnclear();
  expect(market.wrong, round).toEqual([]);
  await retryAcknowledged();
  expect(await isLedgerTrue(market), round).toBe('true');
  expect(await ordersByKey(), round).toEqual(Object.fromEntries(market.acknowledged));
  await expect
    .poll(waiting, { timeout: SETTLE_MS, interval: 200 })
    .toEqual({ facts: 0, jobs: [], untold: 0, toldTwice: 0 })
    .catch(brokenOff);
}

/** Whoever had no answer asks again with the same key until there is one. */
async function retryUnclear(): Promise<void> {
  const until = performance.now() + SETTLE_MS;
  while (market.unclear.size > 0 && performance.now() < until) {
    for (const [key, buyer] of market.unclear) await buy(market, buyer, key);
  }
  expect(market.unclear.size).toBe(0);
}

/** The first answer again, not a second order; `buy` notes every other. */
async function retryAcknowledged(): Promise<void> {
  const newest = [...market.acknowledged.keys()].slice(-8);
  for (const key of newest) {
    const buyer = await buyerOf(key);
    if (buyer) await buy(market, buyer, key);
  }
}

async function buyerOf(key: string) {
  const { rows } = await market.ctx.pool.query<{ email: string }>(
    `select m.email from orders.orders o join identity.members m on m.id = o.buyer_id
      where o.purchase_key = $1`,
    [key],
  );
  return market.buyers.find(({ email }) => email === rows[0]?.email);
}

/** All orders that there are: one that nobody asked for, or a second one of a key, would show. */
async function ordersByKey(): Promise<Record<string, string>> {
  const { rows } = await market.ctx.pool.query<{ key: string; id: string }>(
    'select purchase_key as key, id from orders.orders',
  );
  expect(rows.length).toBe(new Set(rows.map(({ key }) => key)).size);
  return Object.fromEntries(rows.map(({ key, id }) => [key, id]));
}

/** What of the facts has not reached its listeners: the seller is told of each order once. */
async function waiting() {
  const { rows } = await market.ctx.pool.query(
    `select (select count(*)::int from platform.facts where relayed_at is null) as facts,
      (select coalesce(jsonb_agg(distinct t.identifier || ' ' || coalesce(left(j.last_error, 200), '')
          || case when j.locked_by is null then '' else ' in hand' end), '[]')
        from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier like 'on:%') as jobs,
      (select count(*)::int from orders.orders o where not exists (
        select 1 from notifications.notices n
        where n.member_id = o.seller_id and n.params->>'orderId' = o.id::text)) as untold,
      (select count(*)::int from (
        select 1 from notifications.notices where member_id = $1
        group by kind, params->>'orderId' having count(*) > 1) as doubled) as "toldTwice"`,
    [market.sellerId],
  );
  return rows[0];
}
