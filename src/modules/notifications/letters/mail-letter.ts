import { config } from '#config';
import type { Reader } from '#platform/i18n';
import type { NoticeWords } from '../notice.ts';
import {
  escapeHtml,
  htmlLetter,
  letterButton,
  letterUrl,
  paragraphs,
  textFoot,
} from './letter-frame.ts';

/** Subject, plain text and HTML of a notice as mail, in its reader's language and direction. */
export function renderMail(letter: {
  words: NoticeWords;
  reader: Reader;
  publicUrl: string;
  path: string;
  /** Where letters of this kind end. */
  stopPath?: string;
}): { subject: string; text: string; html: string; unsubscribeUrl?: string } {
  const { words, reader, publicUrl, path, stopPath } = letter;
  const { locale } = reader;
  const url = letterUrl(letter, path);
  const action = words.action ?? config.mail.open[locale];
  const stop =
    stopPath === undefined
      ? undefined
      : { path: stopPath, words: words.stop ?? config.mail.stop[locale] };
  const frame = { title: words.title, reader, publicUrl, ...(stop ? { stop } : {}) };
  const copy = `<p style="margin:0;color:#5B6572;font-size:13px;line-height:1.6">${config.mail.copyLink[locale]}<br><span dir="ltr" style="word-break:break-all">${escapeHtml(url)}</span></p>`;
  const inner = `${paragraphs(words.body)}\n${letterButton(url, action)}\n${copy}`;
  return {
    subject: words.title,
    text: `${words.title}\n\n${words.body}\n\n${action}: ${url}\n\n${textFoot(frame)}`,
    html: htmlLetter({ ...frame, inner }),
    ...(stopPath === undefined ? {} : { unsubscribeUrl: letterUrl(letter, stopPath) }),
  };
}
