import { config } from '#config';
import { direction, localePath, type Reader } from '#platform/i18n';

/** What stands around the words of every letter. */
export interface Frame {
  title: string;
  /** HTML between the heading and the edge of the card. */
  inner: string;
  reader: Reader;
  publicUrl: string;
  /** The page where letters of this kind end, and what the link to it says. */
  stop?: { path: string; words: string };
}

/** Text as HTML shows it, letter by letter. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A page of the site as a letter names it: whole, in its reader's language. */
export function letterUrl(of: { reader: Reader; publicUrl: string }, path: string): string {
  return of.publicUrl + localePath(of.reader.locale, path);
}

/** The last lines of a letter in plain text. */
export function textFoot(frame: Omit<Frame, 'inner' | 'title'>): string {
  const { publicUrl, stop } = frame;
  const end = stop ? `${stop.words} ${letterUrl(frame, stop.path)}\n` : '';
  return `—\n${whyYou(frame.reader)}\n${publicUrl}\n${end}`;
}

function whyYou({ locale }: Reader): string {
  return `${config.mail.whyYou[locale]} ${config.brand.name[locale]}`;
}

/** A whole letter as HTML, in its reader's language and direction; mail readers know only tables and inline styles. */
export function htmlLetter(frame: Frame): string {
  const { title, inner, reader, stop } = frame;
  const dir = direction(reader.locale);
  const start = dir === 'rtl' ? 'right' : 'left';
  const brand = config.brand.name[reader.locale];
  const end = stop
    ? `<br><a href="${escapeHtml(letterUrl(frame, stop.path))}" style="color:#5B6572">${escapeHtml(stop.words.replace(/:$/, ''))}</a>`
    : '';
  return `<!doctype html>
<html lang="${reader.locale}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#FBF8F3;color:#17212B;font-family:'Readex Pro',Tahoma,'Segoe UI',Arial,sans-serif;font-size:16px;line-height:1.7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${dir}" style="background:#FBF8F3"><tr><td align="center" style="padding:28px 14px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${dir}" style="max-width:560px;text-align:${start}">
<tr><td style="padding:0 6px 14px;font-size:22px;font-weight:700;color:#0B5A66"><span style="color:#D98E04">&#10038;</span> ${escapeHtml(brand)}</td></tr>
<tr><td style="background:#FFFFFF;border:1px solid #E9E2D6;border-radius:14px;padding:26px 24px">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.5;font-weight:650" dir="auto">${escapeHtml(title)}</h1>
${inner}
</td></tr>
<tr><td style="padding:14px 6px 0;color:#5B6572;font-size:13px">${escapeHtml(whyYou(reader))}${end}</td></tr>
</table></td></tr></table></body></html>`;
}

/** Text of people as paragraphs. */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(
      (part) =>
        `<p style="margin:0 0 14px" dir="auto">${escapeHtml(part).replaceAll('\n', '<br>')}</p>`,
    )
    .join('');
}

/** The one button of a letter. */
export function letterButton(url: string, words: string): string {
  return `<p style="margin:20px 0"><a href="${escapeHtml(url)}" style="display:inline-block;background:#0B5A66;color:#FFFFFF;text-decoration:none;font-weight:600;border-radius:10px;padding:11px 24px">${escapeHtml(words)}</a></p>`;
}
