import { config } from '#config';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import type { Locale } from '#platform/i18n';
import { spendTry } from '#platform/limits';
import { flag } from '#settings';
import { sql } from 'kysely';
import { SignUpClosed } from '../identity-errors.ts';
import { memberRegistered, signUpRepeated } from '../identity-facts.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { findMemberByEmail } from '../member-store.ts';
import { savePasswordHash } from '../passwords/credential-store.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { requireStrongPassword } from '../passwords/password-strength.ts';
import { insertMember } from './insert-member.ts';

export interface SignUpInput {
  displayName: string;
  email: string;
  password: string;
  locale: Locale;
  ip: string;
}

/**
 * Makes an account whose email must then be verified. The caller has the consents (terms, privacy,
 * age 18), which are stored with version and instant. A known email gets the same answer after the
 * same work; its owner gets a mail. Refuses SignUpClosed, InvalidInput of `password`, TooMany
 * (SPEC 1.1, 1.5, 7.5).
 */
export async function signUp(ctx: Ctx, input: SignUpInput): Promise<void> {
  const email = input.email.toLowerCase();
  if (!(await flag(ctx, 'sign-up'))) throw new SignUpClosed();
  await spendTry(ctx, limits.signUpOfAddress, limitKey(input.ip));
  await requireStrongPassword(input.password, [email, input.displayName]);
  await spendTry(ctx, limits.signUpOfEmail, limitKey(email));
  const hash = await hashPassword(input.password, ctx.random);
  const { displayName, locale } = input;
  await inTransaction(ctx, async (tx) => {
    const memberId = await insertMember(tx, { email, emailVerified: false, displayName, locale });
    if (!memberId) return answerOwner(tx, email);
    await savePasswordHash(tx, { memberId, hash });
    await insertConsents(tx, memberId);
    await recordFact(tx, memberRegistered, { memberId });
  });
}

async function answerOwner(tx: TxCtx, email: string): Promise<void> {
  const owner = await findMemberByEmail(tx, email);
  if (owner) await recordFact(tx, signUpRepeated, { memberId: owner.memberId });
}

async function insertConsents(tx: TxCtx, memberId: string): Promise<void> {
  const { termsVersion, privacyVersion } = config.legal;
  const now = tx.clock.now();
  await sql`insert into identity.consents (member_id, document, version, at) values
    (${memberId}, 'terms', ${termsVersion}, ${now}),
    (${memberId}, 'privacy', ${privacyVersion}, ${now}),
    (${memberId}, 'age-18', ${termsVersion}, ${now})`.execute(tx.db);
}
