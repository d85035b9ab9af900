import { newId, type TxCtx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { publish } from '#platform/live';
import { sql } from 'kysely';
import { addAlerts } from './alerts/alert-store.ts';
import { listStops } from './choices/channel-stop-store.ts';
import { findHabits } from './choices/habit-store.ts';
import { toldFrom } from './choices/quiet-hours.ts';
import { addDigestItem } from './digest/digest-store.ts';
import { writeLetter } from './letters/write-letter.ts';
import type { Notice } from './notice.ts';
import { noticeTopic } from './notice-stream.ts';

export interface NotifyInput<P> {
  memberId: string;
  params: P;
  /** The act that causes it: with the member it is unique, a repeated one has no effect. */
  key: string;
  /** Where mail goes and how its reader likes it; without it no letter is written. */
  email?: { address: string; reader: Reader };
}

/**
 * Tells a member something, in the transaction that causes it: a row of the in-app list, an alert for each
 * browser and chat that takes them, and a letter (at once, after quiet hours, or in the daily one) when the
 * kind has one, an address is given and the member wants it (SPEC 8.2). Repeating the same key does nothing.
 */
export async function notify<P extends object>(
  tx: TxCtx,
  notice: Notice<P>,
  input: NotifyInput<P>,
): Promise<void> {
  const plain = notice as unknown as Notice<object>;
  const noticeId = notice.mailOnly ? undefined : await insertRow(tx, notice.kind, input);
  const { memberId } = input;
  const alerts = noticeId ? await addAlerts(tx, { noticeId, memberId, topic: notice.topic }) : 0;
  if (notice.email && input.email) await mail(tx, plain, { ...input, noticeId, alerts });
}

/** Answers the id of the new row; undefined when it was there. */
async function insertRow(
  tx: TxCtx,
  kind: string,
  input: NotifyInput<object>,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    insert into notifications.notices (id, member_id, key, kind, params, at)
    values (${newId(tx)}, ${input.memberId}, ${input.key}, ${kind},
      ${JSON.stringify(input.params, bigintAsText)}::jsonb, ${tx.clock.now()})
    on conflict on constraint notice_is_sent_once do nothing returning id`.execute(tx.db);
  if (rows[0]) publish(tx, noticeTopic(input.memberId), { kind });
  return rows[0]?.id;
}

async function mail(
  tx: TxCtx,
  notice: Notice<object>,
  input: NotifyInput<object> & { noticeId: string | undefined; alerts: number },
): Promise<void> {
  if (!input.email) return;
  const { memberId, key, noticeId, alerts } = input;
  const { address, reader } = input.email;
  const params = JSON.parse(JSON.stringify(input.params, bigintAsText)) as object;
  const letter = { memberId, key, params, address, reader };
  const { topic } = notice;
  // About the account and its safety, or a link somebody waits for: always, and at once.
  if (!topic) return writeLetter(tx, notice, letter);
  if ((await listStops(tx, memberId)).mail.has(topic)) return;
  const habits = await findHabits(tx, memberId);
  if (habits.letters === 'daily') {
    if (noticeId) await addDigestItem(tx, { noticeId, memberId });
    return;
  }
  if (habits.letters === 'fallback' && alerts > 0) return;
  const notBefore = toldFrom(tx.clock.now(), habits.quiet, reader.timeZone);
  await writeLetter(tx, notice, { ...letter, notBefore });
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
