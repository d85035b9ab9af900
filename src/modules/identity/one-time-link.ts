import { createHash, createHmac } from 'node:crypto';
import { type Ctx, deriveSecret, newId, type TxCtx } from '#platform/context';
import { addHours } from '#platform/time';
import { sql } from 'kysely';
import { LinkIsVoid } from './identity-errors.ts';

export type LinkPurpose =
  | 'verify-email'
  | 'reset-password'
  | 'confirm-old-email'
  | 'confirm-new-email';

const LIVES_HOURS: Record<LinkPurpose, number> = {
  'verify-email': 48,
  'reset-password': 2,
  'confirm-old-email': 24,
  'confirm-new-email': 24,
};

/**
 * Makes a link's token; earlier ones of the same purpose no longer work. Undefined when the cause
 * (the fact that asks) already made one: facts may be heard twice. The token is derived from the
 * cause, and only its hash is kept.
 */
export async function makeLink(
  tx: TxCtx,
  link: { purpose: LinkPurpose; memberId: string; cause: string },
): Promise<string | undefined> {
  const { purpose, memberId } = link;
  const cause = `${purpose}:${link.cause}`;
  const token = createHmac('sha256', deriveSecret(tx, 'one-time-link'))
    .update(cause)
    .digest('base64url');
  const now = tx.clock.now();
  const { numAffectedRows } = await sql`
    insert into identity.one_time_links (id, purpose, member_id, token_hash, cause, made_at, expires_at)
    values (${newId(tx)}, ${purpose}, ${memberId}, ${hashOf(token)}, ${cause}, ${now},
      ${addHours(now, LIVES_HOURS[purpose])})
    on conflict on constraint link_is_made_once_a_cause do nothing`.execute(tx.db);
  if (numAffectedRows !== 1n) return undefined;
  await sql`update identity.one_time_links set used_at = ${now}
    where member_id = ${memberId} and purpose = ${purpose} and used_at is null
      and cause <> ${cause}`.execute(tx.db);
  return token;
}

/** Uses the link up and says whose it is; of two at once one gets it. Refuses LinkIsVoid. */
export async function takeLink(
  tx: TxCtx,
  link: { purposes: readonly LinkPurpose[]; token: string },
): Promise<{ memberId: string; purpose: LinkPurpose }> {
  const now = tx.clock.now();
  const { rows } = await sql<{ memberId: string; purpose: LinkPurpose }>`
    update identity.one_time_links set used_at = ${now}
    where token_hash = ${hashOf(link.token)} and used_at is null and expires_at > ${now}
      and purpose = any(${[...link.purposes]}::text[])
    returning member_id as "memberId", purpose`.execute(tx.db);
  const row = rows[0];
  if (!row) throw new LinkIsVoid();
  return row;
}

/** Whether the link would still work; changes nothing. */
export async function isLinkLive(
  ctx: Ctx,
  link: { purposes: readonly LinkPurpose[]; token: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from identity.one_time_links
    where token_hash = ${hashOf(link.token)} and used_at is null
      and expires_at > ${ctx.clock.now()} and purpose = any(${[...link.purposes]}::text[])`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
