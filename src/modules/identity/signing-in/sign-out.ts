import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { endSessions } from './session-store.ts';
import { forgetVisitor } from './visitor-cache.ts';

/** Ends the session the member acts from; signing out twice is signing out. */
export async function signOut(ctx: Ctx, input: { sessionId: string | undefined }): Promise<void> {
  const { sessionId } = input;
  if (!sessionId) return;
  const memberId = requireMember(ctx);
  await inTransaction(ctx, (tx) => endSessions(tx, { memberId, only: sessionId }));
  forgetVisitor(ctx, memberId);
}
