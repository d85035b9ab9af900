import { aPublishedService } from '#catalogue/testing';
import { fund } from '#ledger/testing';
import { anOrder, ringClocks, someId } from '#orders/testing';
import type { Ctx } from '#platform/context';
import { fixedClock, type MovableClock } from '#platform/time';
import { START, type World } from '#test/world';
import { sql } from 'kysely';
import { expect } from 'vitest';
import {
  after,
  clocksWanted,
  escrowWanted,
  FIGURES,
  type Model,
  type Move,
  nameOf,
  newModel,
  overdue,
  type Party,
  rowFor,
} from './order-model.ts';
import { PERFORM, type PersonsAct } from './order-moves.ts';

/** One order with two people and a clock of its own, and how often each row of the table was taken. */
export interface Play {
  world: World;
  clock: MovableClock;
  buyerId: string;
  sellerId: string;
  /** What is bought: its upgrades are what may be added. */
  serviceId: string;
  /** Two judges: the second for appeals. */
  judges: readonly [string, string];
  orderId: string;
  priceMinor: bigint;
  /** How much of the price is left to share. */
  leftMinor: bigint;
  taken: Map<string, number>;
}

export async function newPlay(world: World, taken: Map<string, number>): Promise<Play> {
  const clock = fixedClock(START);
  const buyerId = someId(world);
  const sellerId = someId(world);
  const judges = [someId(world), someId(world)] as const;
  const people = { buyerId, sellerId, judges };
  const { serviceId } = await soldIn(world);
  const sums = { priceMinor: 0n, leftMinor: 0n };
  const play = { world, clock, ...people, serviceId, taken, orderId: '', ...sums };
  await buy(play, 2_500n);
  return play;
}

const services = new WeakMap<World, ReturnType<typeof aPublishedService>>();

/** One service for all, with as many upgrades as an order can take additions. */
function soldIn(world: World): ReturnType<typeof aPublishedService> {
  const upgrades = Array.from({ length: FIGURES.mostAdditions }, (_, index) => ({
    title: `تطوير رقم ${index + 1}`,
    priceMinor: 500n,
    daysDelta: FIGURES.additionDays,
  }));
  const sold = services.get(world) ?? aPublishedService(world, { input: { upgrades } });
  services.set(world, sold);
  return sold;
}

/** Enough for every addition an order can take, beside what the order itself costs. */
const PURSE_MINOR = 6_000n;

/** A new order of the same two people; odd cents, a fee and earned money, so that sharing has to round. */
export async function buy(play: Play, priceMinor: bigint): Promise<Model> {
  const { buyerId, sellerId, serviceId } = play;
  const own = { ...play.world, ctx: ctxFor(play, 'clock') };
  const order = await anOrder(own, {
    buyerId,
    sellerId,
    serviceId,
    priceMinor,
    feeMinor: 125n,
    commissionBps: 1_850,
    fromEarnedMinor: priceMinor / 3n,
  });
  await fund(own.ctx, buyerId, PURSE_MINOR);
  play.orderId = order.orderId;
  play.priceMinor = priceMinor;
  play.leftMinor = priceMinor;
  return newModel(play.clock.now().getTime());
}

/** Acts in the order's own time. */
export function ctxFor(play: Play, party: Party, act?: Move['act']): Ctx {
  const { world, clock } = play;
  if (party === 'clock') return { ...world.ctx, clock };
  if (party === 'staff') {
    const judge = play.judges[act === 'decide_appeal' ? 1 : 0];
    return { ...world.as(judge, ['support']), clock };
  }
  return { ...world.as(party === 'buyer' ? play.buyerId : play.sellerId), clock };
}

/** A part of a sum that leaves odd cents; a sum of one cent has no part but itself. */
const partOf = (sum: bigint) => (sum / 3n > 0n ? sum / 3n : 1n);

/** Does an act as that party; the clock's acts happen by ringing. */
export function perform(play: Play, { act, party, whole }: Move): Promise<unknown> {
  const ctx = ctxFor(play, party, act);
  if (party === 'clock') return ringClocks(ctx, play.orderId);
  const amountMinor = whole ? play.leftMinor : partOf(play.leftMinor);
  return PERFORM[act as PersonsAct](ctx, play.orderId, { party, amountMinor });
}

export interface Seen {
  state: string;
  version: number;
  escrowMinor: bigint;
  clocks: string[];
  late: string[];
  refundedMinor: bigint;
  /** `sum` is what the act named, `paid` what it added to the price, in cents. */
  history: (Move & { to: string; sum: string | null; paid: string | null })[];
}

/** The order as it stands in the database, in one statement. */
export async function look(play: Play): Promise<Seen> {
  const [seen] = await lookAtAll([play]);
  if (!seen) throw new Error('the order is gone');
  return seen;
}

/** Orders of one instant as they stand in the database, in the same order, in one statement. */
export async function lookAtAll(plays: readonly Play[]): Promise<Seen[]> {
  const [first] = plays;
  if (!first) return [];
  const { rows } = await sql<Seen>`select o.state, o.version, o.refunded_minor as "refundedMinor",
      coalesce((select balance_minor from ledger.accounts
        where kind = 'order_escrow' and holder = o.id::text), 0)::bigint as "escrowMinor",
      array(select kind from orders.timers where order_id = o.id and done_at is null order by kind)
        as clocks,
      array(select kind from orders.timers where order_id = o.id and done_at is null
        and due_at <= ${first.clock.now()}) as late,
      coalesce((select json_agg(json_build_object('act', h.act, 'party', h.party, 'to', h.to_state,
          'sum', h.details->>'refundMinor', 'paid', h.details->>'priceMinor') order by h.seq)
        from orders.history h where h.order_id = o.id and h.act <> 'open'), '[]') as history
    from unnest(${plays.map(({ orderId }) => orderId)}::uuid[]) with ordinality as asked(id, n)
    join orders.orders o on o.id = asked.id order by asked.n`.execute(first.world.ctx.db);
  if (rows.length !== plays.length) throw new Error('an order is gone');
  return rows;
}

/** Follows what happened since `known` acts, row by row of the table; a step outside it fails. */
export function follow(play: Play, model: Model, seen: Seen, known: number): Model {
  let now = model;
  for (const { act, party, to, sum, paid } of seen.history.slice(known)) {
    const move = { act, party, whole: sum === null ? undefined : BigInt(sum) === play.leftMinor };
    const row = rowFor(now, move);
    expect(row, `${now.state}: ${act} by ${party} is not in the table`).toBeDefined();
    if (!row) break;
    const name = nameOf(row, party);
    play.taken.set(name, (play.taken.get(name) ?? 0) + 1);
    now = after(now, row, move);
    if (row.money === 'split') play.leftMinor -= BigInt(sum ?? 0);
    if (row.money === 'reserve') {
      play.priceMinor += BigInt(paid ?? 0);
      play.leftMinor += BigInt(paid ?? 0);
    }
    expect(to).toBe(now.state);
  }
  return now;
}

/** The order is what the model says: its state, its history, its money, its clocks. */
export function expectSame(play: Play, model: Model, seen: Seen): void {
  expect(seen.state).toBe(model.state);
  expect(seen.version).toBe(seen.history.length + 1);
  expect(seen.refundedMinor).toBe(play.priceMinor - play.leftMinor);
  expect(seen.escrowMinor).toBe(escrowWanted(model, play.priceMinor));
  expect(seen.clocks).toEqual(expect.arrayContaining(clocksWanted(model)));
}

/** After clocks were rung: nothing is late, and nothing that had to happen by itself is missing. */
export function expectOnTime(model: Model, seen: Seen): void {
  expect(seen.late).toEqual([]);
  expect(overdue(model)).toEqual([]);
}
