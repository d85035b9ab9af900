import { recordAct } from '#audit';
import { type Ctx, inTransaction } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { requireRole } from '../identity-policy.ts';
import { findMemberByEmail } from '../member-store.ts';
import { requireStrongPassword } from '../passwords/password-strength.ts';
import { registerMember } from './register-member.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Makes a verified member with the role admin, for the command of the operator (the system only).
 * Refuses InvalidInput of `email` (invalid, email-taken), `displayName` or `password`.
 */
export async function createAdmin(
  ctx: Ctx,
  input: { email: string; password: string; displayName: string },
): Promise<{ memberId: string }> {
  requireRole(ctx);
  const email = input.email.trim().toLowerCase();
  const displayName = input.displayName.trim();
  if (!EMAIL.test(email)) throw new InvalidInput({ email: 'invalid' });
  if (displayName.length < 2) throw new InvalidInput({ displayName: 'too-short' });
  if (await findMemberByEmail(ctx, email)) throw new InvalidInput({ email: 'email-taken' });
  await requireStrongPassword(input.password, [email, displayName]);
  return inTransaction(ctx, async (tx) => {
    const { password } = input;
    const made = await registerMember(tx, { email, displayName, password, roles: ['admin'] });
    await recordAct(tx, {
      verb: 'identity.create-admin',
      subjectKind: 'member',
      subjectId: made.memberId,
      after: { roles: ['admin'] },
    });
    return made;
  });
}
