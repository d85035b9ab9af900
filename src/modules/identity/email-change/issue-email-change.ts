import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { findMemberByEmail, getMemberWithEmail, type MemberWithEmail } from '../member-store.ts';
import { makeLink } from '../one-time-link.ts';
import { findEmailChange } from './email-change-store.ts';

/** One of the two letters: to which address, with which token. */
export interface EmailChangeLetter {
  member: MemberWithEmail;
  address: string;
  newEmail: string;
  token: string;
  cause: string;
}

/**
 * Makes the two links of a wished change and has them sent, once a cause. An address that somebody
 * else has gets no letter, so such a change never completes.
 */
export async function issueEmailChange(
  ctx: Ctx,
  input: { memberId: string; cause: string },
  send: (tx: TxCtx, letter: EmailChangeLetter) => Promise<void>,
): Promise<void> {
  const { memberId, cause } = input;
  await inTransaction(ctx, async (tx) => {
    const member = await getMemberWithEmail(tx, memberId);
    const change = await findEmailChange(tx, memberId);
    if (!change) return;
    const { newEmail } = change;
    const taken = (await findMemberByEmail(tx, newEmail)) !== undefined;
    const oldToken = await makeLink(tx, { purpose: 'confirm-old-email', memberId, cause });
    const newToken = await makeLink(tx, { purpose: 'confirm-new-email', memberId, cause });
    const letter = { member, newEmail, cause };
    if (oldToken) await send(tx, { ...letter, address: member.email, token: oldToken });
    if (newToken && !taken) await send(tx, { ...letter, address: newEmail, token: newToken });
  });
}
