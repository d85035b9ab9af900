import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { endSessions } from './session-store.ts';
import { forgetVisitor } from './visitor-cache.ts';

/** Ends one of the member's own sessions, on whatever device. Refuses NotFound. */
export async function revokeSession(ctx: Ctx, input: { sessionId: string }): Promise<void> {
  const memberId = requireMember(ctx);
  if (!isUuid(input.sessionId)) throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    if ((await endSessions(tx, { memberId, only: input.sessionId })) === 0) throw new NotFound();
  });
  forgetVisitor(ctx, memberId);
}
