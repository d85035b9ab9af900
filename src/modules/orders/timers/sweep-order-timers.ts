import { asSystem, type Ctx } from '#platform/context';
import { fixedClock } from '#platform/time';
import { listDueTimers, type Timer } from './order-timers.ts';
import { ringTimer } from './ring-timer.ts';
import { ringTogether } from './ring-together.ts';

const BATCH = 400;
const MAX_ROUNDS = 500;
/** Orders whose steps are one transaction: enough that a statement costs little, few enough to be brief. */
const CROWD = 25;
/** Crowds at once; each holds one of the process's 20 connections. */
const LANES = 4;

const nameOf = (timer: Pick<Timer, 'orderId' | 'kind'>) => `${timer.orderId} ${timer.kind}`;

/**
 * Lets every clock that is due do its steps (SPEC 5.4-5.7), a crowd of orders in one transaction; a clock
 * long past does all its steps, in order. One that fails undoes its crowd, whose orders are then done one
 * by one; it is logged and waits for the next sweep. Several sweeps at once share the work. `now` is the
 * context's clock unless told. Answers how many steps were done.
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
    await inLanes(crowdsOf(oneOfEachOrder(ready)), async (crowd) => {
      const rung = await ringCrowd(system, crowd);
      done += rung.size;
      for (const timer of crowd) if (!rung.has(nameOf(timer))) stuck.add(nameOf(timer));
    });
  }
  return done;
}

/** Clocks of one order stay behind one another: the others have their turn in the next round. */
function oneOfEachOrder(timers: readonly Timer[]): Timer[] {
  const seen = new Set<string>();
  return timers.filter(({ orderId }) => !seen.has(orderId) && seen.add(orderId));
}

/** Clocks of a kind go together: they do the same, so that more of it is one statement. */
function crowdsOf(timers: readonly Timer[]): Timer[][] {
  const kinds = Map.groupBy(timers, ({ kind }) => kind);
  return [...kinds.values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / CROWD) }, (_, at) =>
      alike.slice(at * CROWD, (at + 1) * CROWD),
    ),
  );
}

async function inLanes(
  crowds: readonly Timer[][],
  ring: (crowd: Timer[]) => Promise<void>,
): Promise<void> {
  const waiting = crowds.values();
  const lane = async () => {
    // One iterator for all: each takes the next crowd that none has.
    for (const crowd of waiting) await ring(crowd);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Names of the clocks that did their step, together or, where that failed, one by one. */
async function ringCrowd(ctx: Ctx, crowd: readonly Timer[]): Promise<Set<string>> {
  const rung = new Set(await togetherSafely(ctx, crowd));
  for (const timer of crowd) {
    if (!rung.has(nameOf(timer)) && (await ringSafely(ctx, timer))) rung.add(nameOf(timer));
  }
  return rung;
}

async function togetherSafely(ctx: Ctx, crowd: readonly Timer[]): Promise<string[]> {
  try {
    return (await ringTogether(ctx, crowd)).map(nameOf);
  } catch (error) {
    ctx.log.warn({ err: error, orders: crowd.length }, 'clocks are rung one by one');
    return [];
  }
}

async function ringSafely(ctx: Ctx, timer: Timer): Promise<boolean> {
  try {
    return await ringTimer(ctx, timer);
  } catch (error) {
    ctx.log.error({ err: error, orderId: timer.orderId, kind: timer.kind }, 'clock failed');
    return false;
  }
}
