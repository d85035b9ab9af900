import { once } from 'node:events';
import pg from 'pg';
import { type Bench, type BenchResult, rounded } from './measure/bench.ts';
import { openSender, openStreams, type Streams } from './load/room-streams.ts';
import { aCrowdOfBuyers, type Buyer } from './market/buyers.ts';
import { loadPaidOrders, type PaidOrder } from './market/paid-orders.ts';
import { type Site, startSite } from './servers/site.ts';

const STREAMS = Number(process.env.BENCH_STREAMS ?? 1_000);
const MESSAGES = 500;
const AT_MOST = 10;

interface Times {
  p50Ms: number;
  p99Ms: number;
}

/**
 * 1,000 rooms of orders stand open, both sides of each order; a message is sent by its form and timed
 * until the stream of the other side says that there is something: session, CSRF token, limits, the
 * message's transaction and commit, LISTEN/NOTIFY, one of the thousand streams. Against a bare NOTIFY
 * heard by a listening connection of the same database, as many times, rounds alternating.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web', world: 'none' });
  try {
    const members = await aCrowdOfBuyers(site, STREAMS);
    const orders = await loadPaidOrders(site.ownerUrl, {
      count: STREAMS,
      memberIds: members.map(({ memberId }) => memberId),
      openedAt: new Date(),
    });
    const rooms = orders.filter((_, index) => index % 2 === 0);
    await sendAll(site, { members, rooms, streams: undefined, count: rooms.length });
    const streams = await openStreams(
      site.port,
      rooms.flatMap((room) => sidesOf(room, members)),
    );
    const median = await compare(bench, site, { members, rooms, streams });
    const held = await site.memory();
    streams.close();
    await new Promise((rest) => setTimeout(rest, 2_000));
    const perStream = (held - (await site.memory())) / STREAMS;
    return [arrival(median), memory(perStream)];
  } finally {
    await site.stop();
  }
}

interface Stage {
  members: readonly Buyer[];
  rooms: readonly PaidOrder[];
  streams: Streams;
}

const member = (members: readonly Buyer[], place: number): Buyer => {
  const found = members[place];
  if (!found) throw new Error(`no member ${place}`);
  return found;
};

function sidesOf({ orderId, buyer, seller }: PaidOrder, members: readonly Buyer[]) {
  const path = `/orders/${orderId}/live`;
  return [buyer, seller].map((place) => ({ path, visitor: member(members, place) }));
}

async function compare(bench: Bench, site: Site, stage: Stage) {
  const rounds: { limit: Times; ours: Times; ratio: number }[] = [];
  await sendAll(site, { ...stage, count: MESSAGES });
  for (let round = 1; round <= bench.rounds; round += 1) {
    const limit = await roundTrips(site.databaseUrl);
    const ours = await sendAll(site, { ...stage, count: MESSAGES });
    const ratio = ours.p99Ms / limit.p99Ms;
    rounds.push({ limit, ours, ratio });
    bench.say(`  round ${round}: ${said(ours)} to ${said(limit)} = ${ratio.toFixed(1)}`);
  }
  rounds.sort((one, other) => one.ratio - other.ratio);
  const median = rounds[Math.floor(rounds.length / 2)];
  if (!median) throw new Error('no rounds: set BENCH_ROUNDS to one or more');
  return median;
}

const said = ({ p50Ms, p99Ms }: Times) => `${p50Ms.toFixed(2)}/${p99Ms.toFixed(2)} ms`;

/** One message after the other, each in the next room; without streams only sent, to warm up. */
async function sendAll(
  site: Site,
  { members, rooms, streams, count }: Omit<Stage, 'streams'> & { streams?: Streams; count: number },
): Promise<Times> {
  const sender = await openSender(site.port);
  const times: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const place = number % rooms.length;
    const room = rooms[place] as PaidOrder;
    const byBuyer = Math.floor(number / rooms.length) % 2 === 0;
    const visitor = member(members, byBuyer ? room.buyer : room.seller);
    const arrives = streams?.next(2 * place + (byBuyer ? 1 : 0));
    const sentAt = performance.now();
    const answered = sender.send({
      visitor,
      path: `/orders/${room.orderId}/messages`,
      values: { text: `رسالة ${number}` },
    });
    await arrives;
    times.push(performance.now() - sentAt);
    const status = await answered;
    if (status !== '303') throw new Error(`a message was answered with ${status}`);
  }
  sender.close();
  return timesOf(times);
}

/** NOTIFY on one connection until another hears it. */
async function roundTrips(url: string): Promise<Times> {
  const [listener, notifier] = [0, 1].map(() => new pg.Client({ connectionString: url }));
  if (!listener || !notifier) throw new Error('no connections');
  await Promise.all([listener.connect(), notifier.connect()]);
  await listener.query('listen bench');
  const times: number[] = [];
  for (let number = 0; number < MESSAGES; number += 1) {
    const heard = once(listener, 'notification');
    const sentAt = performance.now();
    await notifier.query("select pg_notify('bench', $1)", [String(number)]);
    await heard;
    times.push(performance.now() - sentAt);
  }
  await Promise.all([listener.end(), notifier.end()]);
  return timesOf(times);
}

function timesOf(times: number[]): Times {
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

function arrival(median: { limit: Times; ours: Times; ratio: number }): BenchResult {
  const { limit, ours, ratio } = median;
  return {
    name: 'room',
    value: rounded(ours.p99Ms, 2),
    unit: 'ms to the other side (p99)',
    p50Ms: rounded(ours.p50Ms, 2),
    p99Ms: rounded(ours.p99Ms, 2),
    ratioTo: `NOTIFY round trip p50 ${rounded(limit.p50Ms, 2)} p99 ${rounded(limit.p99Ms, 2)} ms`,
    ratio: rounded(ratio, 2),
    atMost: AT_MOST,
    held: ratio <= AT_MOST,
    world: `${STREAMS} open streams`,
    concurrency: 1,
  };
}

function memory(perStream: number): BenchResult {
  return {
    name: 'room-memory',
    value: rounded(perStream / 1_024),
    unit: 'kB of memory for each open stream',
    world: `${STREAMS} open streams`,
    concurrency: STREAMS,
  };
}
