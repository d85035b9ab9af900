import type { Ctx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { sql } from 'kysely';

/** Where letters to a member go, and how they read. */
export interface Contact {
  email: string;
  reader: Reader;
}

/** The contact of a member as it is now; undefined for one who is gone. Asks no policy: for jobs alone. */
export async function contactOf(ctx: Ctx, memberId: string): Promise<Contact | undefined> {
  const { rows } = await sql<Reader & { email: string }>`
    select email, locale, time_zone as "timeZone", digits, calendar
    from identity.members where id = ${memberId}`.execute(ctx.db);
  const row = rows[0];
  if (!row) return undefined;
  const { email, ...reader } = row;
  return { email, reader };
}
