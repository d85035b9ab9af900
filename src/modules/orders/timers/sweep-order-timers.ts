import { asSystem, type Ctx } from '#platform/context';
import { fixedClock } from '#platform/time';
import { listDueTimers, type Timer } from './order-timers.ts';
import { ringTimer } from './ring-timer.ts';

const BATCH = 200;
const MAX_ROUNDS = 500;

const nameOf = (timer: Timer) => `${timer.orderId} ${timer.kind}`;

/**
 * Lets every clock that is due do its steps, each in a transaction of its own (SPEC 5.4-5.7); a clock
 * long past does all its steps, in order. One that fails is logged and waits for the next sweep.
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
    for (const timer of ready) {
      if (await ringSafely(system, timer)) done += 1;
      else stuck.add(nameOf(timer));
    }
  }
  return done;
}

async function ringSafely(ctx: Ctx, timer: Timer): Promise<boolean> {
  try {
    return await ringTimer(ctx, timer);
  } catch (error) {
    ctx.log.error({ err: error, orderId: timer.orderId, kind: timer.kind }, 'clock failed');
    return false;
  }
}
