import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { type Bench, type BenchResult, rounded } from './measure/bench.ts';
import { noOpJobs } from './load/no-op-jobs.ts';
import { aCrowdOfBuyers } from './market/buyers.ts';
import { makeDue, notDoneOnce, openedBefore } from './market/due-orders.ts';
import { loadPaidOrders } from './market/paid-orders.ts';
import { endProcess, type Site, startSite } from './servers/site.ts';

/** Fewer for a look. */
const TIMERS = Number(process.env.BENCH_TIMERS ?? 100_000);
const MEMBERS = 500;
const AT_LEAST = 0.3;
const NO_OPS = Math.min(20_000, TIMERS);
const LOOK_MS = 250;

/**
 * 100,000 orders whose last step is due (half are cancelled and refunded, half accepted and paid out)
 * run down by the site's own worker process, with its relay and every listener beside. Half way it is
 * killed with SIGKILL and started again; the time it is down does not count. Then each order must have
 * taken its step once, and the ledger is proven. Against no-op jobs of a bare graphile-worker in the
 * same database, the median of three.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web', world: 'none' });
  const client = new pg.Client({ connectionString: site.ownerUrl });
  try {
    await client.connect();
    // A first worker makes the tables of the queue, and meets nothing that is due.
    await endProcess(await site.startWorker());
    await load(bench, site);
    // Before, all of them: what the steps cause afterwards stays in the queue and would be in the way.
    const limits: number[] = [];
    for (const _ of [1, 2, 3]) limits.push(await limitOf(bench, site));
    limits.sort((one, other) => one - other);
    const seconds = await runDown(bench, site, client);
    await prove(site, client);
    return [result(TIMERS / seconds, limits[1] ?? Number.NaN)];
  } finally {
    await client.end();
    await site.stop();
  }
}

async function load(bench: Bench, site: Site): Promise<void> {
  const members = await aCrowdOfBuyers(site, MEMBERS);
  const now = new Date();
  bench.say(`  loading ${TIMERS} orders`);
  const orders = await loadPaidOrders(site.ownerUrl, {
    count: TIMERS,
    memberIds: members.map(({ memberId }) => memberId),
    openedAt: openedBefore(now),
  });
  await makeDue(site.ownerUrl, orders, now);
}

async function limitOf(bench: Bench, site: Site): Promise<number> {
  const perSecond = await noOpJobs(site.ownerUrl, NO_OPS);
  bench.say(`  no-op jobs: ${Math.round(perSecond)}/s`);
  return perSecond;
}

/** Seconds in which a worker ran; the first one dies at the half. */
async function runDown(bench: Bench, site: Site, client: pg.Client): Promise<number> {
  const half = Math.floor(TIMERS / 2);
  const first = await sweep(site, client, half);
  first.worker.kill('SIGKILL');
  const killed = once(first.worker, 'exit');
  await killed;
  bench.say(`  ${TIMERS - first.left} steps in ${rounded(first.seconds)} s, then killed`);
  const second = await sweep(site, client, 0);
  bench.say(`  the other ${first.left} in ${rounded(second.seconds)} s`);
  await endProcess(second.worker);
  return first.seconds + second.seconds;
}

/** Starts a worker and waits until so many timers are left. */
async function sweep(
  site: Site,
  client: pg.Client,
  until: number,
): Promise<{ worker: ChildProcess; seconds: number; left: number }> {
  const worker = await site.startWorker();
  const started = performance.now();
  // The schedule would begin with the next minute.
  await client.query("select graphile_worker.add_job('orders.sweep-timers')");
  for (;;) {
    await new Promise((later) => setTimeout(later, LOOK_MS));
    const left = await dueOf(client);
    if (left <= until) return { worker, left, seconds: (performance.now() - started) / 1_000 };
    if (worker.exitCode !== null) throw new Error(`the worker ended with ${worker.exitCode}`);
  }
}

async function dueOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ due: number }>(
    'select count(*)::integer as due from orders.timers where done_at is null and due_at <= $1',
    [new Date()],
  );
  return rows[0]?.due ?? 0;
}

async function prove(site: Site, client: pg.Client): Promise<void> {
  const wrong = await notDoneOnce(client);
  if (wrong.length > 0) throw new Error(`not done once: ${wrong.join('; ')}`);
  await site.verifyLedger();
}

function result(perSecond: number, limit: number): BenchResult {
  const ratio = perSecond / limit;
  return {
    name: 'clocks',
    value: Math.round(perSecond),
    unit: 'automatic steps/s',
    ratioTo: `no-op graphile-worker jobs ${Math.round(limit)}/s`,
    ratio: rounded(ratio, 3),
    atLeast: AT_LEAST,
    held: ratio >= AT_LEAST,
    world: `${TIMERS} due timers, killed once`,
    concurrency: 1,
  };
}
