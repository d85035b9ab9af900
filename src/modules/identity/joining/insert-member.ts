import { type TxCtx, newId } from '#platform/context';
import type { Locale, Reader } from '#platform/i18n';
import { config } from '#config';
import { sql } from 'kysely';
import { handleFor } from '../handle.ts';

export interface NewMember {
  memberId?: string;
  /** Lower case. */
  email: string;
  emailVerified: boolean;
  displayName: string;
  /** Made from the name when not given. */
  handle?: string;
  headline?: string;
  bio?: string;
  skills?: readonly string[];
  languages?: readonly string[];
  country?: string;
  timeZone?: string;
  locale?: Locale;
  digits?: Reader['digits'];
  calendar?: Reader['calendar'];
  joinedAt?: Date;
}

const HANDLE_TRIES = 8;

/** Writes the member; undefined when the email is taken. A taken handle that was made up gets another. */
export async function insertMember(tx: TxCtx, member: NewMember): Promise<string | undefined> {
  const memberId = member.memberId ?? newId(tx);
  for (let attempt = 0; attempt < HANDLE_TRIES; attempt += 1) {
    const handle = member.handle ?? handleFor(member.displayName, attempt, tx.random);
    if (await insertRow(tx, { ...member, memberId, handle })) return memberId;
    if (await isEmailTaken(tx, member.email)) return undefined;
    if (member.handle !== undefined) break;
  }
  throw new Error(`no free handle for a new member (wished: ${member.handle ?? 'none'})`);
}

async function insertRow(
  tx: TxCtx,
  member: NewMember & { memberId: string; handle: string },
): Promise<boolean> {
  const joinedAt = member.joinedAt ?? tx.clock.now();
  const { numAffectedRows } = await sql`
    insert into identity.members (id, email, email_verified, display_name, handle, headline, bio,
      skills, languages, country, time_zone, locale, digits, calendar, created_at, updated_at)
    values (${member.memberId}, ${member.email}, ${member.emailVerified}, ${member.displayName},
      ${member.handle}, ${member.headline ?? ''}, ${member.bio ?? ''},
      ${[...(member.skills ?? [])]}::text[], ${[...(member.languages ?? [])]}::text[],
      ${member.country ?? null}, ${member.timeZone ?? config.defaultTimeZone},
      ${member.locale ?? 'ar'}, ${member.digits ?? 'latn'}, ${member.calendar ?? 'gregory'},
      ${joinedAt}, ${joinedAt})
    on conflict do nothing`.execute(tx.db);
  return numAffectedRows === 1n;
}

async function isEmailTaken(tx: TxCtx, email: string): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.members where email = ${email}`.execute(tx.db);
  return rows.length > 0;
}
