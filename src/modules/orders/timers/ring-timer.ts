import { type Ctx, inTransaction } from '#platform/context';
import type { Ring } from './order-timers.ts';
import { doStep, lockDue } from './timer-step.ts';

/**
 * Does the one step of a clock that is due, in its own transaction. Answers false when there was nothing
 * to do or somebody is acting on the order right now.
 */
export async function ringTimer(ctx: Ctx, ring: Ring): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [ringing] = await lockDue(tx, [ring]);
    if (ringing) await doStep(tx, ringing);
    return ringing !== undefined;
  });
}
