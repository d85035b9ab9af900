import type { Ctx } from '#platform/context';
import { TalkIsPaused } from '../trust-errors.ts';
import { pausedUntil } from './contact-store.ts';

/** Refuses TalkIsPaused while messages before orders are off for the member (SPEC 7.2). */
export async function refuseWhilePaused(ctx: Ctx, memberId: string): Promise<void> {
  if (await pausedUntil(ctx, memberId)) throw new TalkIsPaused();
}
