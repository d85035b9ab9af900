import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { keepMailStop } from './mail-stop-store.ts';
import { readStopToken } from './stop-token.ts';

/**
 * Ends letters of one kind by the link in one of them, without signing in (RFC 8058), or lets them come
 * again from the same page. Harmless to repeat. Refuses NotFound for a link this site did not make.
 */
export async function stopMail(ctx: Ctx, token: string, stopped = true): Promise<void> {
  const stop = readStopToken(ctx, token);
  if (!stop) throw new NotFound();
  await keepMailStop(ctx, stop, stopped);
}
