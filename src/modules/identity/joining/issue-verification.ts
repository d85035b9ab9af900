import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { getMemberWithEmail, type MemberWithEmail } from '../member-store.ts';
import { makeLink } from '../one-time-link.ts';

/** How a link travels: the edge that knows the words sends it, in the same transaction. */
export type SendLink = (
  tx: TxCtx,
  letter: { member: MemberWithEmail; token: string; cause: string },
) => Promise<void>;

/** Makes the verification link of a still unverified member and has it sent; once a cause. */
export async function issueVerification(
  ctx: Ctx,
  input: { memberId: string; cause: string },
  send: SendLink,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const member = await getMemberWithEmail(tx, input.memberId);
    if (member.emailVerified) return;
    const token = await makeLink(tx, { purpose: 'verify-email', ...input });
    if (token) await send(tx, { member, token, cause: input.cause });
  });
}
