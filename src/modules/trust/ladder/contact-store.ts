import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { HOUR_MS } from '#platform/time';
import { ruleAt } from '#settings';
import { sql } from 'kysely';
import { type ContactCase, PAUSING } from './contact-case.ts';

const COLUMNS = sql`id as "caseId", member_id as "memberId", other_id as "otherId", place,
  subject_id as "subjectId", message_id as "messageId", body, parts, step, counts, at,
  expires_at as "expiresAt", objected_at as "objectedAt", objection, believed, outcome,
  decided_at as "decidedAt", decision_reason as "decisionReason"`;

/** What stands: neither lifted nor believed for now. */
const STANDS = sql`(outcome = 'confirmed' or (outcome is null and not believed))`;

/** The case of that id, locked until the end of the transaction. */
export async function lockCase(tx: TxCtx, caseId: string): Promise<ContactCase | undefined> {
  if (!isUuid(caseId)) return undefined;
  const { rows } = await sql<ContactCase>`select ${COLUMNS} from trust.contact_cases
    where id = ${caseId} for update`.execute(tx.db);
  return rows[0];
}

/** Cases of a member, the newest first (at most 50); one of them by its id. */
export async function listCasesOf(
  ctx: Ctx,
  of: { memberId: string; caseId?: string },
): Promise<ContactCase[]> {
  const { rows } = await sql<ContactCase>`select ${COLUMNS} from trust.contact_cases
    where member_id = ${of.memberId} and id = coalesce(${of.caseId ?? null}::uuid, id)
    order by at desc, id desc limit 50`.execute(ctx.db);
  return rows;
}

/** Cases of the desk: those that wait, the oldest first, or those decided, the newest first (at most 50). */
export async function listCasesForDesk(ctx: Ctx, waiting: boolean): Promise<ContactCase[]> {
  const { rows } = await (waiting
    ? sql<ContactCase>`select ${COLUMNS} from trust.contact_cases
        where outcome is null and (objected_at is not null or step = 'review') order by at limit 50`
    : sql<ContactCase>`select ${COLUMNS} from trust.contact_cases
        where outcome is not null order by decided_at desc limit 50`
  ).execute(ctx.db);
  return rows;
}

/** Takes the member's ladder for this transaction: who comes second sees what the first one did. */
export async function lockLadder(tx: TxCtx, memberId: string): Promise<void> {
  await sql`insert into trust.contact_ladders (member_id) values (${memberId})
    on conflict (member_id) do update set paused_until = trust.contact_ladders.paused_until`.execute(
    tx.db,
  );
}

/** Until when messages before orders are off for the member; undefined when they are on. */
export async function pausedUntil(ctx: Ctx, memberId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date }>`select paused_until as until
    from trust.contact_ladders
    where member_id = ${memberId} and paused_until > ${ctx.clock.now()}`.execute(ctx.db);
  return rows[0]?.until;
}

/** Says anew until when messages are off, from the cases that stand; the ladder is locked. */
export async function renewPause(tx: TxCtx, memberId: string): Promise<void> {
  const pauseMs = (await ruleAt(tx, 'contact.pause-hours')) * HOUR_MS;
  const { rows } = await sql<{ at: Date | null }>`select max(at) as at from trust.contact_cases
    where member_id = ${memberId} and step = any(${[...PAUSING]}) and ${STANDS}`.execute(tx.db);
  const newest = rows[0]?.at;
  const until = newest ? new Date(newest.getTime() + pauseMs) : null;
  await sql`update trust.contact_ladders set paused_until = ${until}
    where member_id = ${memberId}`.execute(tx.db);
}

/** The strikes of a member that stand and have not expired. */
export async function countStrikes(ctx: Ctx, memberId: string): Promise<number> {
  const { rows } = await sql<{ strikes: number }>`select count(*)::int as strikes
    from trust.contact_cases where member_id = ${memberId} and counts and ${STANDS}
      and expires_at > ${ctx.clock.now()}`.execute(ctx.db);
  return rows[0]?.strikes ?? 0;
}

/** So long after the other side asked, an answer is an answer. */
const ASKED_MS = 7 * 24 * HOUR_MS;

/**
 * Whether the other side of this talk asked first (has a strike of its own in it) and this is the first
 * answer to it: the one who asks is warned, not the one who is asked.
 */
export async function wasAsked(
  tx: TxCtx,
  of: { memberId: string; otherId: string; subjectId: string },
): Promise<boolean> {
  const since = new Date(tx.clock.now().getTime() - ASKED_MS);
  const { rows } = await sql`select 1 from trust.contact_cases asked
    where asked.subject_id = ${of.subjectId} and asked.member_id = ${of.otherId} and asked.counts
      and ${STANDS} and asked.at > ${since}
      and not exists (select from trust.contact_cases own
        where own.subject_id = asked.subject_id and own.member_id = ${of.memberId}
          and own.at >= asked.at)
    limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** Whether the staff found an earlier objection of the member to be wrong. */
export async function objectedWrongly(tx: TxCtx, memberId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from trust.contact_cases
    where member_id = ${memberId} and outcome = 'confirmed' and objected_at is not null
      and expires_at > ${tx.clock.now()} limit 1`.execute(tx.db);
  return rows.length > 0;
}
