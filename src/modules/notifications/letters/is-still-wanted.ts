import type { Ctx } from '#platform/context';
import { readStopToken } from '../choices/stop-token.ts';
import { isMailStopped } from '../choices/stopped-letters.ts';

/**
 * Whether a letter that waited is still wanted: its reader has not stopped its kind meanwhile. The link
 * that ends a letter's kind says whose and what it is; one without such a link always goes out.
 */
export async function isStillWanted(
  ctx: Ctx,
  letter: { unsubscribe_url: string | null },
): Promise<boolean> {
  const token = letter.unsubscribe_url?.split('/').at(-1) ?? '';
  const stop = readStopToken(ctx, token);
  return stop === undefined || !(await isMailStopped(ctx, stop));
}
