import { newId, type TxCtx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { publish } from '#platform/live';
import { enqueueMail } from '#platform/mail';
import { sql } from 'kysely';
import { renderMail } from './mail-letter.ts';
import { listMailStops } from './mail-stops/mail-stop-store.ts';
import { stopToken } from './mail-stops/stop-token.ts';
import type { Notice } from './notice.ts';
import { noticesPaths } from './notices-paths.ts';

export interface NotifyInput<P> {
  memberId: string;
  params: P;
  /** The act that causes it: with the member it is unique, a repeated one has no effect. */
  key: string;
  /** Where mail goes and how its reader likes it; without it the notice is in-app only. */
  email?: { address: string; reader: Reader };
}

/**
 * Tells a member something, in the transaction that causes it: a row of the in-app list, and a mail
 * when the kind has one, an address is given, and the member has not stopped letters of its topic (SPEC 8.2). Repeating the same key does nothing.
 */
export async function notify<P extends object>(
  tx: TxCtx,
  notice: Notice<P>,
  input: NotifyInput<P>,
): Promise<void> {
  if (!notice.mailOnly) await insertRow(tx, notice.kind, input);
  if (notice.email && input.email) await insertMail(tx, notice, input);
}

async function insertRow(tx: TxCtx, kind: string, input: NotifyInput<object>): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into notifications.notices (id, member_id, key, kind, params, at)
    values (${newId(tx)}, ${input.memberId}, ${input.key}, ${kind},
      ${JSON.stringify(input.params, bigintAsText)}::jsonb, ${tx.clock.now()})
    on conflict on constraint notice_is_sent_once do nothing`.execute(tx.db);
  if (numAffectedRows === 1n) await publish(tx, `notices:${input.memberId}`, { kind });
}

async function insertMail<P extends object>(
  tx: TxCtx,
  notice: Notice<P>,
  input: NotifyInput<P>,
): Promise<void> {
  if (!input.email) return;
  const { address, reader } = input.email;
  const { topic } = notice;
  const { memberId } = input;
  if (topic && (await listMailStops(tx, memberId)).has(topic)) return;
  const params = JSON.parse(JSON.stringify(input.params, bigintAsText)) as P;
  const words = notice.words(reader.locale, params, reader);
  const topicStop = topic && noticesPaths.stop(stopToken(tx, { memberId, topic }));
  await enqueueMail(tx, {
    key: `${input.key}:${input.memberId}`,
    recipient: address,
    ...renderMail({
      words,
      reader,
      publicUrl: tx.site.publicUrl,
      path: notice.href(params),
      stopPath: notice.stopHref?.(params) ?? topicStop,
    }),
  });
  // One waiting job is enough for any number of mails; the schedule catches what this misses.
  await sql`select graphile_worker.add_job('notifications.send-mail', job_key => 'notifications.send-mail')`.execute(
    tx.db,
  );
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
