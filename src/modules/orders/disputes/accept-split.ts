import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/** One side accepts the proposed split; when both have, it is done at once (SPEC 5.9). */
export function acceptSplit(ctx: Ctx, on: { orderId: string; key?: string }): Promise<Taken> {
  return takeAct(ctx, { ...on, act: 'accept_split' });
}
