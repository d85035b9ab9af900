import { type Ctx, inTransaction } from '#platform/context';
import type { SendLink } from '../joining/issue-verification.ts';
import { getMemberWithEmail } from '../member-store.ts';
import { makeLink } from '../one-time-link.ts';

/** Makes the link to a new password and has it sent; once a cause. */
export async function issuePasswordReset(
  ctx: Ctx,
  input: { memberId: string; cause: string },
  send: SendLink,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const member = await getMemberWithEmail(tx, input.memberId);
    const token = await makeLink(tx, { purpose: 'reset-password', ...input });
    if (token) await send(tx, { member, token, cause: input.cause });
  });
}
