import { type Ctx, inTransaction } from '#platform/context';
import { sideBySide } from '#platform/crowd';
import type { Ring } from './order-timers.ts';
import { doStep, lockDue } from './timer-step.ts';

/**
 * Does the due step of one clock of each of these orders, all in one transaction, so that a statement of
 * an act is one for all of them. Throws what the first failing one threw, and then none was done. Answers
 * which were done: not those in dispute, which are done alone, nor those `ringTimer` would answer false for.
 */
export async function ringTogether(ctx: Ctx, rings: readonly Ring[]): Promise<Ring[]> {
  return inTransaction(ctx, async (tx) => {
    const due = await lockDue(tx, rings);
    const plain = due.filter(({ order }) => order.state !== 'disputed');
    await sideBySide(tx, plain, doStep);
    return plain.map(({ timer }) => timer);
  });
}
