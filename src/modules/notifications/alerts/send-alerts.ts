import { type Ctx, inTransaction } from '#platform/context';
import { direction } from '#platform/i18n';
import { addMs, MINUTE_MS } from '#platform/time';
import { listStops } from '../choices/channel-stop-store.ts';
import { findHabits, type NoticeHabits } from '../choices/habit-store.ts';
import { toldFrom } from '../choices/quiet-hours.ts';
import { type Contact, contactOf } from '../contact.report.ts';
import { letterUrl } from '../letters/letter-frame.ts';
import { writeLetter } from '../letters/write-letter.ts';
import { findNoticeKind, type Notice } from '../notice.ts';
import { findDevice, forgetDevice } from '../push/push-device-store.ts';
import { sendPush } from '../push/send-push.ts';
import { sendTelegram } from '../telegram/send-telegram.ts';
import { findChat, forgetChat } from '../telegram/telegram-store.ts';
import type { AlertOutcome, AlertWords } from './alert-outcome.ts';
import { type Alert, endAlert, hasOtherWay, listDueAlerts, postponeAlert } from './alert-store.ts';

const BATCH = 40;
/** Two minutes after the first failure, then four, eight …; after the last one another way is taken. */
const TRIES = 6;
const MOST_TITLE = 120;
const MOST_BODY = 400;

/**
 * Sends what is due to browsers and chats, one after another's failure not standing in the way of the next.
 * Nothing rings for what was read meanwhile, nor in quiet hours. A push is marked before it leaves, so it
 * shows at most once; a chat is marked after, so it hears at least once. Answers how many were sent.
 */
export async function sendAlerts(ctx: Ctx): Promise<number> {
  let sent = 0;
  for (;;) {
    const due = await listDueAlerts(ctx, BATCH);
    if (due.length === 0) return sent;
    const done = await Promise.all(due.map((alert) => sendSafely(ctx, alert)));
    sent += done.filter(Boolean).length;
  }
}

async function sendSafely(ctx: Ctx, alert: Alert): Promise<boolean> {
  try {
    return await sendOne(ctx, alert);
  } catch (error) {
    ctx.log.error({ err: error, kind: alert.kind }, 'alert failed');
    await failed(ctx, alert, { kind: 'later' });
    return false;
  }
}

async function sendOne(ctx: Ctx, alert: Alert): Promise<boolean> {
  const notice = findNoticeKind(alert.kind);
  const contact = await contactOf(ctx, alert.memberId);
  if (!notice || !contact || alert.read) {
    await endAlert(ctx, alert, false);
    return false;
  }
  const habits = await findHabits(ctx, alert.memberId);
  const now = ctx.clock.now();
  const dueAt = toldFrom(now, notice.topic && habits.quiet, contact.reader.timeZone);
  if (dueAt > now) {
    await postponeAlert(ctx, alert, { dueAt, tried: false });
    return false;
  }
  if (alert.channel === 'push') await endAlert(ctx, alert, true);
  const outcome = await deliver(ctx, alert, wordsOf(ctx, { alert, notice, contact }));
  if (outcome.kind === 'sent') {
    if (alert.channel !== 'push') await endAlert(ctx, alert, true);
    return true;
  }
  await failed(ctx, alert, outcome);
  return false;
}

async function deliver(ctx: Ctx, alert: Alert, words: AlertWords): Promise<AlertOutcome> {
  if (alert.channel === 'push') {
    const device = await findDevice(ctx, alert.target);
    return device ? sendPush(ctx, device, words) : { kind: 'gone' };
  }
  const chatId = await findChat(ctx, alert.memberId);
  return chatId === undefined ? { kind: 'gone' } : sendTelegram(ctx, chatId, words);
}

function wordsOf(
  ctx: Ctx,
  of: { alert: Alert; notice: Notice<object>; contact: Contact },
): AlertWords {
  const { alert, notice, contact } = of;
  const { reader } = contact;
  const { title, body } = notice.words(reader.locale, alert.params, reader);
  return {
    id: alert.noticeId,
    title: title.slice(0, MOST_TITLE),
    body: body.slice(0, MOST_BODY),
    url: letterUrl({ reader, publicUrl: ctx.site.publicUrl }, notice.href(alert.params)),
    locale: reader.locale,
    dir: direction(reader.locale),
  };
}

/** Tries again later, or gives up: what is gone is forgotten, and a letter takes its place where wanted. */
async function failed(ctx: Ctx, alert: Alert, outcome: AlertOutcome): Promise<void> {
  if (outcome.kind === 'later' && alert.attempts + 1 < TRIES) {
    const waitMs = outcome.afterMs ?? MINUTE_MS * 2 ** (alert.attempts + 1);
    const dueAt = addMs(ctx.clock.now(), waitMs);
    await postponeAlert(ctx, alert, { dueAt, tried: true });
    return;
  }
  await endAlert(ctx, alert, false);
  if (outcome.kind === 'gone') await forget(ctx, alert);
  await fallBack(ctx, alert);
}

async function forget(ctx: Ctx, alert: Alert): Promise<void> {
  if (alert.channel === 'push') await forgetDevice(ctx, { deviceId: alert.target });
  else await forgetChat(ctx, { memberId: alert.memberId });
}

/** Who wants letters only when nothing else has reached them gets one now. */
async function fallBack(ctx: Ctx, alert: Alert): Promise<void> {
  const { memberId, key, params, noticeId } = alert;
  const notice = findNoticeKind(alert.kind);
  const contact = await contactOf(ctx, memberId);
  const habits: NoticeHabits = await findHabits(ctx, memberId);
  if (!notice?.email || !contact || habits.letters !== 'fallback') return;
  if (await hasOtherWay(ctx, noticeId)) return;
  const { mail } = await listStops(ctx, memberId);
  if (notice.topic && mail.has(notice.topic)) return;
  const { email: address, reader } = contact;
  await inTransaction(ctx, (tx) =>
    writeLetter(tx, notice, { memberId, key, params, address, reader }),
  );
}
