import { config } from '#config';
import { formatDate, formatNumber, type Reader } from '#platform/i18n';
import { noticesPaths } from '../notices-paths.ts';
import { escapeHtml, htmlLetter, letterButton, letterUrl, textFoot } from './letter-frame.ts';

export interface DigestLine {
  title: string;
  body: string;
  /** A page of this site without language prefix. */
  path: string;
  at: Date;
}

/** More than this is a list to read on the site. */
const LINES = 30;

/** The daily letter: what happened, each line with its hour and a link. */
export function renderDigest(letter: {
  items: readonly DigestLine[];
  reader: Reader;
  publicUrl: string;
  stopPath: string;
}): { subject: string; text: string; html: string; unsubscribeUrl: string } {
  const { items, reader, publicUrl, stopPath } = letter;
  const { locale } = reader;
  const words = config.mail.digest;
  const title = `${words.title[locale]} (${formatNumber(reader, items.length)})`;
  const stop = { path: stopPath, words: words.stop[locale] };
  const frame = { title, reader, publicUrl, stop };
  const shown = items.slice(0, LINES).map((line) => ({
    ...line,
    url: letterUrl(letter, line.path),
    hour: formatDate(reader, line.at, 'weekdayDateTime'),
  }));
  const list = letterUrl(letter, noticesPaths.list);
  const text = shown.map((line) => `• ${line.title}\n  ${line.hour}\n  ${line.url}`).join('\n\n');
  return {
    subject: title,
    text: `${title}\n\n${text}\n\n${words.all[locale]}: ${list}\n\n${textFoot(frame)}`,
    html: htmlLetter({
      ...frame,
      inner: `${shown.map(lineHtml).join('\n')}\n${letterButton(list, words.all[locale])}`,
    }),
    unsubscribeUrl: letterUrl(letter, stopPath),
  };
}

function lineHtml(line: DigestLine & { url: string; hour: string }): string {
  const body = line.body
    ? `<div style="color:#39434F;font-size:15px" dir="auto">${escapeHtml(line.body)}</div>`
    : '';
  return `<div style="margin:0 0 16px;padding:0 0 14px;border-bottom:1px solid #E9E2D6"><a href="${escapeHtml(line.url)}" style="color:#0B5A66;font-weight:600;text-decoration:none" dir="auto">${escapeHtml(line.title)}</a>${body}<div style="color:#5B6572;font-size:13px">${escapeHtml(line.hour)}</div></div>`;
}
