import { type Ctx, requireMember } from '#platform/context';
import { spendTry } from '#platform/limits';
import { InvalidInput } from '#platform/refusals';
import { limits } from '../identity-limits.ts';
import { findPasswordHash } from './credential-store.ts';
import { verifyPassword } from './password-hash.ts';

/** Makes sure that who acts knows the member's password. Refuses InvalidInput of `currentPassword`, TooMany. */
export async function requireOwnPassword(ctx: Ctx, password: string): Promise<void> {
  const memberId = requireMember(ctx);
  await spendTry(ctx, limits.passwordOfMember, memberId);
  const hash = await findPasswordHash(ctx, memberId);
  const right = hash !== undefined && (await verifyPassword(password, hash));
  if (!right) throw new InvalidInput({ currentPassword: 'wrong-password' });
}
