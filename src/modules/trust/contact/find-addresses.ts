import { CHANNEL } from './contact-words.ts';
import type { Stretch } from './find-numbers.ts';

const PROVIDER =
  'gmail|hotmail|outlook|yahoo|icloud|live|protonmail|جيميل|جي ميل|هوتميل|هوت ميل|ياهو|اوتلوك|ايكلاود';
const DOT = '\\s?(?:\\.|\\(dot\\)|\\[dot\\]|\\bdot\\b|دوت|نقطه)\\s?';
const AT = '\\s?(?:@|\\(at\\)|\\[at\\]|\\{at\\}|(?<=\\s)at(?=\\s)|(?<=\\s)(?:ات|آت|اط)(?=\\s))\\s?';

/** Addresses that lead nowhere (RFC 2606): samples in texts. */
const SAMPLE =
  /(?:^|[@./])(?:example\.(?:com|org|net)|[\w-]+\.(?:example|test|invalid)|localhost)$/;

const EMAILS: readonly RegExp[] = [
  /[\w.%+-]{1,64}\s?@\s?[a-z0-9-]{1,63}(?:\s?\.\s?[a-z0-9-]{2,63}){1,4}/gu,
  new RegExp(`[\\w.%+-]{2,64}${AT}(?:${PROVIDER})(?:${DOT}(?:com|net|كوم|نت))?(?![\\p{L}])`, 'gu'),
  new RegExp(
    `[\\w.%+-]{2,64}\\s?(?:\\(at\\)|\\[at\\]|\\{at\\}|\\bat\\b)\\s?[a-z0-9-]{2,63}${DOT}[a-z]{2,10}\\b`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}])[a-z][\\w.+-]{2,64}\\s(?:${PROVIDER})(?:${DOT}(?:com|كوم))(?![\\p{L}])`,
    'gu',
  ),
];

/** E-mail addresses, also with their signs in words. */
export function findEmails(flat: string): Stretch[] {
  return EMAILS.flatMap((email) =>
    [...flat.matchAll(email)]
      .filter(([found]) => !SAMPLE.test(found.replaceAll(/\s/g, '')))
      .map((found) => ({ from: found.index, to: found.index + found[0].length })),
  );
}

/** Hosts that open a chat with somebody. */
const CHAT_HOST =
  /^(?:wa\.me|wa\.link|t\.me|telegram\.me|m\.me|signal\.me|discord\.gg|discord\.com\/invite|snapchat\.com\/add|(?:api|chat|web)\.whatsapp\.com|whatsapp\.com|ig\.me|line\.me|join\.skype\.com|calendly\.com|meet\.google\.com|zoom\.us|[\w-]+\.zoom\.us|linktr\.ee)/;

/** Hosts of the trade: examples, files and tools, with nobody to call behind the link. */
const WORK_HOSTS = new Set(
  (
    'behance.net dribbble.com pinterest.com youtube.com youtu.be vimeo.com soundcloud.com github.com ' +
    'gitlab.com figma.com canva.com adobe.com unsplash.com pexels.com pixabay.com freepik.com ' +
    'flaticon.com envato.com themeforest.net google.com goo.gl dropbox.com wetransfer.com mega.nz ' +
    'onedrive.com icloud.com wikipedia.org wordpress.org wordpress.com codepen.io stackoverflow.com ' +
    'npmjs.com apple.com amazon.com amazon.sa noon.com salla.sa zid.sa shopify.com woocommerce.com ' +
    'etsy.com ebay.com aliexpress.com booking.com microsoft.com openai.com archive.org w3.org mozilla.org'
  ).split(' '),
);

/** Names of things that only look like a host. */
const NAMES = new Set(['asp.net', 'ado.net', 'vb.net', 'socket.io', 'draw.io', 'paint.net']);

const TLDS =
  'com|net|org|info|biz|co|me|io|app|dev|shop|store|site|online|tech|xyz|ly|gg|sa|ae|eg|ma|dz|tn|jo|kw|qa|bh|om|iq|sy|lb|ye|sd|ps|edu|gov|link|us|uk|de|fr';
const LINK = new RegExp(
  '(?<scheme>h(?:tt|xx)ps?\\s?:\\s?/\\s?/\\s?(?:www\\.)?|www\\s?\\.\\s?)(?<host>[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}(?::\\d+)?)(?<path>/[^\\s<>"«»]*)?' +
    `|(?<![\\w@.-])(?<bare>[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,3}\\.(?:${TLDS}))(?![\\w-])(?<rest>/[^\\s<>"«»]*)?`,
  'gu',
);
const SPELLED_LINK = new RegExp(
  `(?<![\\w.])[a-z0-9-]{2,63}\\s?(?:\\(dot\\)|\\[dot\\]|دوت|\\sdot\\s)\\s?(?:${TLDS}|كوم|نت)(?![\\w\\p{L}])`,
  'gu',
);

interface FoundLink extends Stretch {
  kind: 'chat' | 'link';
}

/** Links to hosts that are neither one's own nor of the trade; those that open a chat are told apart. */
export function findLinks(flat: string, ownHosts: readonly string[]): FoundLink[] {
  const found = [...flat.matchAll(LINK)].flatMap((match): FoundLink[] => {
    const { host = '', path = '', bare = '', rest = '' } = match.groups ?? {};
    const name = (host || bare).replace(/^www\./, '');
    const at = { from: match.index, to: match.index + match[0].length };
    if (CHAT_HOST.test(name + (path || rest))) return [{ ...at, kind: 'chat' }];
    const known =
      ownHosts.includes(name) || SAMPLE.test(name) || isOfTheTrade(name) || NAMES.has(name);
    return known || /^[\d.-]+$/.test(name) ? [] : [{ ...at, kind: 'link' }];
  });
  const spelled = [...flat.matchAll(SPELLED_LINK)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    kind: 'link' as const,
  }));
  return [...found, ...spelled];
}

function isOfTheTrade(name: string): boolean {
  const parts = name.split('.');
  return parts.some((_, index) => WORK_HOSTS.has(parts.slice(index).join('.')));
}

/** Words of style sheets and of code that begin like a handle. */
const AT_WORDS =
  /^@(?:media|import|font-face|keyframes|supports|charset|page|layer|container|property|apply|include|mixin|extend|use|override|param|return|author|deprecated|version|everyone|here|2x|3x)\b/;
const HANDLE = /(?<![\w.@/])@[a-z][\w.]{2,40}(?![\w/])/gu;

/** Names on other networks, with their sign. */
export function findHandles(flat: string): Stretch[] {
  return [...flat.matchAll(HANDLE)]
    .filter(({ index }) => !AT_WORDS.test(flat.slice(index, index + 20)))
    .map((found) => ({ from: found.index, to: found.index + found[0].length }));
}

/** What follows the name of a network without being somebody's name there. */
const COMMON =
  /^(?:posts?|story|stories|reels?|ads?|bots?|api|business|channels?|groups?|stickers?|filters?|pages?|profiles?|feeds?|web|marketing|marketplace|live|shop|logo|icons?|covers?|highlights?|templates?|clone|plugin|widget|button|desktop|android|ios|web\.js|chat|call|\d+x\d+|\d+px|v?\d[\d.]*)$/;
const NAMED = new RegExp(
  `(?<!\\p{L})(?:ال|بال|عال)?(?:${CHANNEL})(?:ي|نا)?(?!\\p{L})\\s{0,2}(?<sign>[:=@\\-–>]|هو|is)?\\s{0,2}(?<name>@?[a-z0-9][\\w.#-]{3,40})(?![\\p{L}])`,
  'gu',
);

/** The name of a network with somebody's name there: «سناب: hind_22», «تليجرام @hind». */
export function findNamesOnNetworks(flat: string): Stretch[] {
  return [...flat.matchAll(NAMED)].flatMap((match) => {
    const { sign = '', name = '' } = match.groups ?? {};
    const bare = name.replace(/^@/, '').replace(/[.-]+$/, '');
    if (COMMON.test(bare) || !/[a-z]/.test(bare)) return [];
    const telling = /[@:=]/.test(sign + name[0]) || /[\d_.]/.test(bare);
    return telling ? [{ from: match.index, to: match.index + match[0].length }] : [];
  });
}
