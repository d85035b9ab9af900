import { notify } from '#notifications';
import { type Ctx, inTransaction } from '#platform/context';
import { defineListener, type Listener } from '#platform/facts';
import { issueEmailChange } from '../email-change/issue-email-change.ts';
import {
  emailChangeAsked,
  emailChanged,
  emailVerified,
  memberRegistered,
  passwordChanged,
  passwordResetAsked,
  roleGranted,
  roleRevoked,
  signUpRepeated,
  verificationAsked,
} from '../identity-facts.ts';
import { issueVerification, type SendLink } from '../joining/issue-verification.ts';
import { isRole, readerOf } from '../member.ts';
import { getMemberWithEmail, type MemberWithEmail } from '../member-store.ts';
import { issuePasswordReset } from '../passwords/issue-password-reset.ts';
import { roleNotice, welcomeNotice } from './member.notice.ts';
import {
  emailChangedNotice,
  emailChangeNotice,
  passwordChangedNotice,
  resetPasswordNotice,
  signUpRepeatedNotice,
  verifyEmailNotice,
} from './sign-in.notice.ts';

const addressOf = (member: MemberWithEmail) => ({
  address: member.email,
  reader: readerOf(member),
});

const sendVerification: SendLink = (tx, { member, token, cause }) =>
  notify(tx, verifyEmailNotice, {
    memberId: member.memberId,
    params: { token },
    key: cause,
    email: addressOf(member),
  });

const sendReset: SendLink = (tx, { member, token, cause }) =>
  notify(tx, resetPasswordNotice, {
    memberId: member.memberId,
    params: { token },
    key: cause,
    email: addressOf(member),
  });

async function answerRepeatedSignUp(ctx: Ctx, memberId: string, cause: string): Promise<void> {
  const member = await getMemberWithEmail(ctx, memberId);
  if (!member.emailVerified) {
    await issueVerification(ctx, { memberId, cause }, sendVerification);
    return;
  }
  await inTransaction(ctx, (tx) =>
    notify(tx, signUpRepeatedNotice, {
      memberId,
      params: {},
      key: cause,
      email: addressOf(member),
    }),
  );
}

async function tellRole(
  ctx: Ctx,
  change: { memberId: string; role: string; change: 'granted' | 'revoked' },
  key: string,
): Promise<void> {
  const { memberId, role } = change;
  if (!isRole(role)) return;
  const email = addressOf(await getMemberWithEmail(ctx, memberId));
  const params = { role, change: change.change };
  await inTransaction(ctx, (tx) => notify(tx, roleNotice, { memberId, params, key, email }));
}

/** What this module says to members when something happened to their account. */
export const identityListeners: readonly Listener[] = [
  defineListener('identity.send-first-verification', memberRegistered, (ctx, { memberId }, fact) =>
    issueVerification(ctx, { memberId, cause: fact.id }, sendVerification),
  ),
  defineListener('identity.send-verification', verificationAsked, async (ctx, payload, fact) => {
    const { memberId } = payload;
    if (memberId) await issueVerification(ctx, { memberId, cause: fact.id }, sendVerification);
  }),
  defineListener('identity.answer-repeated-sign-up', signUpRepeated, (ctx, { memberId }, fact) =>
    answerRepeatedSignUp(ctx, memberId, fact.id),
  ),
  defineListener('identity.welcome', emailVerified, (ctx, { memberId }, fact) =>
    inTransaction(ctx, (tx) => notify(tx, welcomeNotice, { memberId, params: {}, key: fact.id })),
  ),
  defineListener('identity.send-password-reset', passwordResetAsked, async (ctx, payload, fact) => {
    const { memberId } = payload;
    if (memberId) await issuePasswordReset(ctx, { memberId, cause: fact.id }, sendReset);
  }),
  defineListener('identity.tell-password', passwordChanged, async (ctx, { memberId }, fact) => {
    const email = addressOf(await getMemberWithEmail(ctx, memberId));
    await inTransaction(ctx, (tx) =>
      notify(tx, passwordChangedNotice, { memberId, params: {}, key: fact.id, email }),
    );
  }),
  defineListener('identity.send-email-change', emailChangeAsked, (ctx, { memberId }, fact) =>
    issueEmailChange(ctx, { memberId, cause: fact.id }, (tx, letter) =>
      notify(tx, emailChangeNotice, {
        memberId,
        params: { newEmail: letter.newEmail, token: letter.token },
        key: `${letter.cause}:${letter.address === letter.newEmail ? 'new' : 'old'}`,
        email: { address: letter.address, reader: readerOf(letter.member) },
      }),
    ),
  ),
  defineListener('identity.tell-email', emailChanged, async (ctx, payload, fact) => {
    const { memberId, oldEmail } = payload;
    const reader = readerOf(await getMemberWithEmail(ctx, memberId));
    const email = { address: oldEmail, reader };
    await inTransaction(ctx, (tx) =>
      notify(tx, emailChangedNotice, { memberId, params: {}, key: fact.id, email }),
    );
  }),
  defineListener('identity.tell-role-granted', roleGranted, (ctx, payload, fact) =>
    tellRole(ctx, { ...payload, change: 'granted' }, fact.id),
  ),
  defineListener('identity.tell-role-revoked', roleRevoked, (ctx, payload, fact) =>
    tellRole(ctx, { ...payload, change: 'revoked' }, fact.id),
  ),
];
