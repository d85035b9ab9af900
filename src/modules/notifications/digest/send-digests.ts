import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { wakeSoon } from '#platform/jobs';
import { enqueueMail } from '#platform/mail';
import { findHabits } from '../choices/habit-store.ts';
import { localHour } from '../choices/quiet-hours.ts';
import { stopToken } from '../choices/stop-token.ts';
import { type Contact, contactOf } from '../contact.report.ts';
import { renderDigest } from '../letters/digest-letter.ts';
import { findNoticeKind } from '../notice.ts';
import { noticesPaths } from '../notices-paths.ts';
import { claimDigest, listDigestMembers, takeDigestItems } from './digest-store.ts';

/**
 * Writes the daily letter of every member whose hour has come in their own zone: what waits, without what
 * they have read meanwhile; nothing to say is no letter. One a day (its key is the member and the day), two
 * runs at once write it once. Answers how many letters were written.
 */
export async function sendDigests(ctx: Ctx): Promise<number> {
  let written = 0;
  for (const memberId of await listDigestMembers(ctx)) {
    const contact = await contactOf(ctx, memberId);
    if (contact && (await isDue(ctx, memberId, contact))) {
      written += await inTransaction(ctx, (tx) => writeDigest(tx, memberId, contact));
    }
  }
  return written;
}

/** Who has gone over to letters at once meanwhile gets the rest without waiting for the hour. */
async function isDue(ctx: Ctx, memberId: string, { reader }: Contact): Promise<boolean> {
  const { letters, digestHour } = await findHabits(ctx, memberId);
  return letters !== 'daily' || localHour(ctx.clock.now(), reader.timeZone).hour >= digestHour;
}

async function writeDigest(
  tx: TxCtx,
  memberId: string,
  { email, reader }: Contact,
): Promise<number> {
  const { day } = localHour(tx.clock.now(), reader.timeZone);
  if (!(await claimDigest(tx, memberId, day))) return 0;
  const items = (await takeDigestItems(tx, memberId)).flatMap(({ kind, params, at, read }) => {
    const notice = read ? undefined : findNoticeKind(kind);
    if (!notice) return [];
    const { title, body } = notice.words(reader.locale, params, reader);
    return [{ title, body, path: notice.href(params), at }];
  });
  if (items.length === 0) return 0;
  await enqueueMail(tx, {
    key: `digest:${memberId}:${day}`,
    recipient: email,
    ...renderDigest({
      items,
      reader,
      publicUrl: tx.site.publicUrl,
      stopPath: noticesPaths.stop(stopToken(tx, { memberId, topic: 'digest' })),
    }),
  });
  wakeSoon(tx, 'notifications.send-mail');
  return 1;
}
