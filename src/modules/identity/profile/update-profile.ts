import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { isConstraint } from '#platform/db';
import { recordFact } from '#platform/facts';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { handleFault } from '../handle.ts';
import { profileChanged } from '../identity-facts.ts';
import { lockMember } from '../member-store.ts';

export interface ProfileInput {
  displayName: string;
  handle: string;
  headline: string;
  bio: string;
  skills: readonly string[];
  /** ISO 639 codes. */
  languages: readonly string[];
  /** ISO 3166 code; undefined = not said. */
  country: string | undefined;
}

/**
 * Changes what others see of the member who acts. Refuses InvalidInput of `handle` (handle-invalid,
 * handle-reserved, handle-taken). Fact: identity.profile-changed (SPEC 1.2).
 */
export async function updateProfile(ctx: Ctx, input: ProfileInput): Promise<void> {
  const memberId = requireMember(ctx);
  try {
    await inTransaction(ctx, async (tx) => {
      const before = await lockMember(tx, memberId);
      const fault = input.handle === before.handle ? undefined : handleFault(input.handle);
      if (fault) throw new InvalidInput({ handle: `handle-${fault}` });
      await sql`update identity.members set display_name = ${input.displayName},
          handle = ${input.handle}, headline = ${input.headline}, bio = ${input.bio},
          skills = ${[...input.skills]}::text[], languages = ${[...input.languages]}::text[],
          country = ${input.country ?? null}, updated_at = ${tx.clock.now()}
        where id = ${memberId}`.execute(tx.db);
      await recordFact(tx, profileChanged, { memberId });
    });
  } catch (error) {
    if (!isConstraint(error, 'handle_is_taken_once')) throw error;
    throw new InvalidInput({ handle: 'handle-taken' });
  }
}
