import { type Ctx, inTransaction } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { keepStop } from './channel-stop-store.ts';
import { readStopToken } from './stop-token.ts';
import { topicsOf } from './stopped-letters.ts';

/**
 * Ends letters of one kind (or the daily letter, which is all of them) by the link in one of them, without
 * signing in (RFC 8058), or lets them come again from the same page. Harmless to repeat. Refuses NotFound
 * for a link this site did not make.
 */
export async function stopMail(ctx: Ctx, token: string, stopped = true): Promise<void> {
  const stop = readStopToken(ctx, token);
  if (!stop) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    for (const topic of topicsOf(stop)) {
      await keepStop(tx, { memberId: stop.memberId, topic, channel: 'mail' }, stopped);
    }
  });
}
