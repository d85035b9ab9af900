import { config } from '#config';
import { direction, localePath, type Reader } from '#platform/i18n';
import type { NoticeWords } from './notice.ts';

/** Subject, plain text and HTML of a notice as mail, in its reader's language and direction. */
export function renderMail(letter: {
  words: NoticeWords;
  reader: Reader;
  publicUrl: string;
  path: string;
  /** Where letters of this kind end. */
  stopPath?: string;
}): { subject: string; text: string; html: string; unsubscribeUrl?: string } {
  const { reader } = letter;
  const words = { ...letter.words, stop: letter.words.stop ?? config.mail.stop[reader.locale] };
  const url = letter.publicUrl + localePath(reader.locale, letter.path);
  const brand = config.brand.name[reader.locale];
  const action = words.action ?? config.mail.open[reader.locale];
  const foot = `${config.mail.whyYou[reader.locale]} ${brand}`;
  const stopUrl =
    letter.stopPath === undefined
      ? undefined
      : letter.publicUrl + localePath(reader.locale, letter.stopPath);
  const stop = stopUrl && words.stop ? `${words.stop} ${stopUrl}\n` : '';
  return {
    subject: words.title,
    text: `${words.title}\n\n${words.body}\n\n${action}: ${url}\n\n—\n${foot}\n${letter.publicUrl}\n${stop}`,
    html: htmlOf({ words: { ...words, action }, reader, url, foot, brand, stopUrl }),
    ...(stopUrl === undefined ? {} : { unsubscribeUrl: stopUrl }),
  };
}

function htmlOf(letter: {
  words: NoticeWords & { action: string };
  reader: Reader;
  url: string;
  foot: string;
  brand: string;
  stopUrl: string | undefined;
}): string {
  const { words, reader, url, foot, brand, stopUrl } = letter;
  const dir = direction(reader.locale);
  const start = dir === 'rtl' ? 'right' : 'left';
  const paragraphs = words.body
    .split(/\n{2,}/)
    .map(
      (part) =>
        `<p style="margin:0 0 14px" dir="auto">${escape(part).replaceAll('\n', '<br>')}</p>`,
    )
    .join('');
  const address = escape(url);
  const stop =
    stopUrl && words.stop
      ? `<br><a href="${escape(stopUrl)}" style="color:#5B6572">${escape(words.stop.replace(/:$/, ''))}</a>`
      : '';
  // Mail readers know only tables and inline styles.
  return `<!doctype html>
<html lang="${reader.locale}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escape(words.title)}</title></head>
<body style="margin:0;background:#FBF8F3;color:#17212B;font-family:'Readex Pro',Tahoma,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${dir}" style="background:#FBF8F3"><tr><td align="center" style="padding:28px 14px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${dir}" style="max-width:560px;text-align:${start}">
<tr><td style="padding:0 6px 14px;font-size:22px;font-weight:700;color:#0B5A66"><span style="color:#D98E04">&#10038;</span> ${escape(brand)}</td></tr>
<tr><td style="background:#FFFFFF;border:1px solid #E9E2D6;border-radius:14px;padding:26px 24px">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.5;font-weight:650" dir="auto">${escape(words.title)}</h1>
${paragraphs}
<p style="margin:20px 0"><a href="${address}" style="display:inline-block;background:#0B5A66;color:#FFFFFF;text-decoration:none;font-weight:600;border-radius:10px;padding:11px 24px">${escape(words.action)}</a></p>
<p style="margin:0;color:#5B6572;font-size:13px;line-height:1.6">${config.mail.copyLink[reader.locale]}<br><span dir="ltr" style="word-break:break-all">${address}</span></p>
</td></tr>
<tr><td style="padding:14px 6px 0;color:#5B6572;font-size:13px">${escape(foot)}${stop}</td></tr>
</table></td></tr></table></body></html>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
