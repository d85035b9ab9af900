import type { Ctx, TxCtx } from '#platform/context';
import { sql } from 'kysely';

/** A notice that waits for the daily letter. */
export interface DigestItem {
  noticeId: string;
  kind: string;
  params: object;
  at: Date;
  read: boolean;
}

/** Lets a notice wait for its member's next daily letter. */
export async function addDigestItem(
  tx: TxCtx,
  { noticeId, memberId }: { noticeId: string; memberId: string },
): Promise<void> {
  await sql`insert into notifications.digest_items (notice_id, member_id, at)
    values (${noticeId}, ${memberId}, ${tx.clock.now()}) on conflict do nothing`.execute(tx.db);
}

/** The members for whom something waits. */
export async function listDigestMembers(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ member_id: string }>`
    select distinct member_id from notifications.digest_items`.execute(ctx.db);
  return rows.map((row) => row.member_id);
}

/**
 * Takes the daily letter of that day (of the member's own zone) for this transaction; false when it was
 * taken before. Two runs at once: the second waits, then gets false.
 */
export async function claimDigest(tx: TxCtx, memberId: string, day: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into notifications.habits as h (member_id, letters, digest_hour, digest_on)
    values (${memberId}, 'at_once', 8, ${day}::date)
    on conflict (member_id) do update set digest_on = excluded.digest_on
    where h.digest_on is distinct from excluded.digest_on and coalesce(h.digest_on < excluded.digest_on, true)`.execute(
    tx.db,
  );
  return numAffectedRows > 0n;
}

/** Takes everything that waits for a member out of the waiting, the oldest first. */
export async function takeDigestItems(tx: TxCtx, memberId: string): Promise<DigestItem[]> {
  const { rows } = await sql<DigestItem>`
    with taken as (delete from notifications.digest_items where member_id = ${memberId} returning notice_id)
    select n.id as "noticeId", n.kind, n.params, n.at, n.read_at is not null as read
    from notifications.notices n join taken on taken.notice_id = n.id order by n.at, n.id`.execute(
    tx.db,
  );
  return rows;
}
