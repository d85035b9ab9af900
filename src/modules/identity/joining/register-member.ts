import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { memberRegistered } from '../identity-facts.ts';
import type { Role } from '../member.ts';
import { savePasswordHash } from '../passwords/credential-store.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { insertRole } from '../staff/role-store.ts';
import { insertMember, type NewMember } from './insert-member.ts';

export interface RegisterMemberInput extends Omit<NewMember, 'emailVerified'> {
  /** Default true: worlds and tests need nobody to click a link. */
  emailVerified?: boolean;
  password?: string;
  /** Of `hashPassword`; many members of a world may share one, each hash costs 50 ms. */
  passwordHash?: string;
  roles?: readonly Role[];
}

/**
 * A member in one call, for worlds, tests and commands: verified, with password and roles, no mail.
 * A taken email or handle is an error of the caller. Without password nobody can sign in as them.
 */
export async function registerMember(
  ctx: Ctx,
  input: RegisterMemberInput,
): Promise<{ memberId: string }> {
  const { password, passwordHash, roles = [], emailVerified = true, ...member } = input;
  const hash = passwordHash ?? (password && (await hashPassword(password, ctx.random)));
  return inTransaction(ctx, async (tx) => {
    const email = member.email.toLowerCase();
    const memberId = await insertMember(tx, { ...member, email, emailVerified });
    if (!memberId) throw new Error(`the email ${email} already has a member`);
    if (hash) await savePasswordHash(tx, { memberId, hash });
    for (const role of roles) await insertRole(tx, { memberId, role });
    await recordFact(tx, memberRegistered, { memberId });
    return { memberId };
  });
}
