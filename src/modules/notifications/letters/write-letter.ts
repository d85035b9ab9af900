import type { TxCtx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { wakeSoon } from '#platform/jobs';
import { enqueueMail } from '#platform/mail';
import { stopToken } from '../choices/stop-token.ts';
import type { Notice } from '../notice.ts';
import { noticesPaths } from '../notices-paths.ts';
import { renderMail } from './mail-letter.ts';

export interface Letter {
  memberId: string;
  /** Of the notice: with the member it is unique, a second letter of the same is not written. */
  key: string;
  /** As they come back from JSON. */
  params: object;
  address: string;
  reader: Reader;
  /** It leaves then; at once when not said. */
  notBefore?: Date;
}

/** Writes a notice as a letter among the outgoing ones, in the transaction that causes it. */
export async function writeLetter(
  tx: TxCtx,
  notice: Notice<object>,
  letter: Letter,
): Promise<void> {
  const { memberId, key, params, address, reader, notBefore } = letter;
  const { topic } = notice;
  const topicStop = topic && noticesPaths.stop(stopToken(tx, { memberId, topic }));
  await enqueueMail(tx, {
    key: `${key}:${memberId}`,
    recipient: address,
    notBefore,
    ...renderMail({
      words: notice.words(reader.locale, params, reader),
      reader,
      publicUrl: tx.site.publicUrl,
      path: notice.href(params),
      stopPath: notice.stopHref?.(params) ?? topicStop,
    }),
  });
  // One waiting job is enough for any number of mails; the schedule catches what this misses.
  wakeSoon(tx, 'notifications.send-mail');
}
