import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { endSessions } from './session-store.ts';
import { forgetVisitor } from './visitor-cache.ts';

/** Ends all of the member's sessions but the one they act from. */
export async function revokeOtherSessions(
  ctx: Ctx,
  input: { sessionId: string | undefined },
): Promise<void> {
  const memberId = requireMember(ctx);
  await inTransaction(ctx, (tx) => endSessions(tx, { memberId, except: input.sessionId }));
  forgetVisitor(ctx, memberId);
}
