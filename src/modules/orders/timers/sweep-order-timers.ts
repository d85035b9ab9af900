import { asSystem, type Ctx } from '#platform/context';
import { fixedClock } from '#platform/time';
import { listDueTimers, type Timer } from './order-timers.ts';
import { ringTimer } from './ring-timer.ts';

const BATCH = 400;
const MAX_ROUNDS = 500;
/** Orders at once; each holds one of the process's 20 connections. */
const LANES = 12;

const nameOf = (timer: Timer) => `${timer.orderId} ${timer.kind}`;

/**
 * Lets every clock that is due do its steps, each in a transaction of its own (SPEC 5.4-5.7), several
 * orders at once; a clock long past does all its steps, in order. One that fails is logged and waits for the next sweep.
 * Several sweeps at once share the work. `now` is the context's
 * clock unless told. Answers how many steps were done.
 */
export async function sweepOrderTimers(ctx: Ctx, now?: Date): Promise<number> {
  const clock = now ? fixedClock(now) : ctx.clock;
  const system = asSystem({ ...ctx, clock }, 'orders.clock');
  const stuck = new Set<string>();
  let done = 0;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const due = await listDueTimers(system, system.clock.now(), BATCH + stuck.size);
    const ready = due.filter((timer) => !stuck.has(nameOf(timer)));
    if (ready.length === 0) break;
    await inLanes(byOrder(ready), async (timer) => {
      if (await ringSafely(system, timer)) done += 1;
      else stuck.add(nameOf(timer));
    });
  }
  return done;
}

/** Clocks of one order stay behind one another: the second would find it taken and wait for a minute. */
function byOrder(timers: readonly Timer[]): Timer[][] {
  const orders = new Map<string, Timer[]>();
  for (const timer of timers) {
    const own = orders.get(timer.orderId);
    if (own) own.push(timer);
    else orders.set(timer.orderId, [timer]);
  }
  return [...orders.values()];
}

async function inLanes(
  orders: readonly Timer[][],
  ring: (timer: Timer) => Promise<void>,
): Promise<void> {
  const waiting = orders.values();
  const lane = async () => {
    // One iterator for all: each takes the next order that none has.
    for (const timers of waiting) for (const timer of timers) await ring(timer);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function ringSafely(ctx: Ctx, timer: Timer): Promise<boolean> {
  try {
    return await ringTimer(ctx, timer);
  } catch (error) {
    ctx.log.error({ err: error, orderId: timer.orderId, kind: timer.kind }, 'clock failed');
    return false;
  }
}
