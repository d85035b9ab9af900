import type { Ctx } from '#platform/context';
import { takeAct, type Taken } from '../moves/take-act.ts';

/** The buyer gives the days asked for, or refuses them (SPEC 5.7). */
export function answerExtension(
  ctx: Ctx,
  answer: { orderId: string; agreed: boolean; key?: string },
): Promise<Taken> {
  const { agreed, ...on } = answer;
  return takeAct(ctx, { ...on, act: agreed ? 'agree_extension' : 'refuse_extension' });
}
