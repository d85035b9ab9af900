import { APIError } from 'better-auth/api';
import type { Ctx } from '#platform/context';
import type { Locale } from '#platform/i18n';
import { forgetTries, spendTry } from '#platform/limits';
import { SignInRefused } from '../identity-errors.ts';
import { limitKey, limits } from '../identity-limits.ts';
import { getMember } from '../member-store.ts';
import { authLibrary } from './auth-library.ts';

/** Where a sign-in comes from, as the session list will show it. */
export interface Origin {
  ip: string;
  userAgent: string;
}

/**
 * Opens a new session (never an old one again) for email and password. One refusal, after the same
 * work, for an unknown email, a wrong password and an unverified email: SignInRefused; TooMany
 * after 10 tries an email and address or 60 an address in 15 minutes (SPEC 1.1, 7.5).
 */
export async function signIn(
  ctx: Ctx,
  input: { email: string; password: string } & Origin,
): Promise<{ memberId: string; token: string; locale: Locale }> {
  const email = input.email.toLowerCase();
  const key = limitKey(email, input.ip);
  await spendTry(ctx, limits.signInOfAddress, limitKey(input.ip));
  await spendTry(ctx, limits.signInOfEmail, key);
  const session = await openSession(ctx, { ...input, email });
  await forgetTries(ctx, limits.signInOfEmail, key);
  const { locale } = await getMember(ctx, session.memberId);
  return { ...session, locale };
}

async function openSession(
  ctx: Ctx,
  input: { email: string; password: string } & Origin,
): Promise<{ memberId: string; token: string }> {
  const { email, password, ip, userAgent } = input;
  const headers = new Headers({ 'x-client-address': ip, 'user-agent': latin(userAgent) });
  try {
    const answer = await authLibrary(ctx).api.signInEmail({ body: { email, password }, headers });
    return { memberId: answer.user.id, token: answer.token };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) throw new SignInRefused();
    throw error;
  }
}

/** Header values are Latin; anything else in a browser's name is of no use. */
function latin(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, 300);
}
