import type { Ctx, TxCtx } from '#platform/context';
import { wakeSoon } from '#platform/jobs';
import { sql } from 'kysely';
import type { NoticeTopic } from '../choices/notice-topic.ts';

export type AlertChannel = 'push' | 'telegram';

/** One notice on its way to one browser (`target` is the device) or chat (`target` is the member). */
export interface Alert {
  noticeId: string;
  channel: AlertChannel;
  target: string;
  memberId: string;
  attempts: number;
  /** Of the notice. */
  key: string;
  kind: string;
  params: object;
  /** Its reader has seen it in the list: nothing has to ring any more. */
  read: boolean;
}

/**
 * Puts a new notice on its way to every browser and chat of the member that takes its topic. Answers how
 * many there are.
 */
export async function addAlerts(
  tx: TxCtx,
  of: { noticeId: string; memberId: string; topic: NoticeTopic | undefined },
): Promise<number> {
  const { noticeId, memberId, topic = null } = of;
  const { numAffectedRows = 0n } = await sql`
    insert into notifications.alerts (notice_id, channel, target, member_id, due_at)
    select ${noticeId}::uuid, way.channel, way.target, ${memberId}::uuid, ${tx.clock.now()}
    from (select 'push' as channel, id as target from notifications.push_devices where member_id = ${memberId}
      union all select 'telegram', member_id from notifications.telegram_chats where member_id = ${memberId}) way
    where not exists (select 1 from notifications.channel_stops s
      where s.member_id = ${memberId} and s.topic = ${topic} and s.channel = way.channel)
    on conflict do nothing`.execute(tx.db);
  if (numAffectedRows > 0n) wakeSoon(tx, 'notifications.send-alerts');
  return Number(numAffectedRows);
}

/** What is due, the longest waiting first. */
export async function listDueAlerts(ctx: Ctx, limit: number): Promise<Alert[]> {
  const { rows } = await sql<Alert>`
    select a.notice_id as "noticeId", a.channel, a.target, a.member_id as "memberId", a.attempts,
      n.key, n.kind, n.params, n.read_at is not null as read
    from notifications.alerts a join notifications.notices n on n.id = a.notice_id
    where a.sent_at is null and a.given_up_at is null and a.due_at <= ${ctx.clock.now()}
    order by a.due_at, a.notice_id limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Marks that it has been sent, or with `sent` false that nobody will try again. */
export async function endAlert(ctx: Ctx, alert: Alert, sent: boolean): Promise<void> {
  const now = ctx.clock.now();
  await sql`update notifications.alerts set sent_at = ${sent ? now : null},
      given_up_at = ${sent ? null : now}, attempts = attempts + 1
    where notice_id = ${alert.noticeId} and channel = ${alert.channel} and target = ${alert.target}`.execute(
    ctx.db,
  );
}

/** Lets it wait until then; `tried` counts it as one more try that failed. */
export async function postponeAlert(
  ctx: Ctx,
  alert: Alert,
  { dueAt, tried }: { dueAt: Date; tried: boolean },
): Promise<void> {
  await sql`update notifications.alerts set due_at = ${dueAt}, sent_at = null,
      attempts = ${alert.attempts + (tried ? 1 : 0)}
    where notice_id = ${alert.noticeId} and channel = ${alert.channel} and target = ${alert.target}`.execute(
    ctx.db,
  );
}

/** Whether the notice has reached the member on another way, or still may. */
export async function hasOtherWay(ctx: Ctx, noticeId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select 1 from notifications.alerts
    where notice_id = ${noticeId} and given_up_at is null) as found`.execute(ctx.db);
  return rows[0]?.found ?? false;
}
