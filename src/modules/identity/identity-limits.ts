import { createHash } from 'node:crypto';
import type { Limit } from '#platform/limits';

const MINUTES = 60;
const limit = (act: string, points: number, minutes: number): Limit => ({
  act,
  points,
  windowSeconds: minutes * MINUTES,
});

/** SPEC 7.5: how often an act may be tried, by address and by email. */
export const limits = {
  signInOfEmail: limit('sign-in-email', 10, 15),
  signInOfAddress: limit('sign-in-ip', 60, 15),
  signUpOfAddress: limit('sign-up-ip', 20, 60),
  signUpOfEmail: limit('sign-up-email', 5, 60),
  resetOfAddress: limit('reset-ip', 20, 60),
  resetOfEmail: limit('reset-email', 4, 60),
  resendOfAddress: limit('resend-ip', 20, 60),
  resendOfEmail: limit('resend-email', 4, 60),
  linkOfAddress: limit('link-ip', 60, 15),
  passwordOfMember: limit('password-member', 10, 15),
};

/** A key that says nothing about the email it stands for. */
export function limitKey(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22);
}
