import { type Ctx, inTransaction, requireMember } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { dropVisitor, forgetVisitor } from '../signing-in/visitor-cache.ts';
import { isTimeZone } from './time-zones.ts';

/** Changes how the member who acts reads: language, zone, digits, calendar. Refuses InvalidInput of `timeZone`. */
export async function updateSettings(ctx: Ctx, input: Reader): Promise<void> {
  const memberId = requireMember(ctx);
  if (!isTimeZone(input.timeZone)) throw new InvalidInput({ timeZone: 'invalid' });
  await inTransaction(ctx, async (tx) => {
    await sql`update identity.members set locale = ${input.locale}, time_zone = ${input.timeZone},
        digits = ${input.digits}, calendar = ${input.calendar}, updated_at = ${tx.clock.now()}
      where id = ${memberId}`.execute(tx.db);
    await dropVisitor(tx, memberId);
  });
  forgetVisitor(ctx, memberId);
}
