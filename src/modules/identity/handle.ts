import type { RandomBytes } from '#platform/ids';

const WELL_FORMED = /^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/;

/** Addresses that could be taken for the site itself. */
const RESERVED = new Set(
  `about account admin administrator api app billing blog categories checkout contact design en ar
  finance health help hirfa legal login mail me member members moderator my new notices orders
  payments privacy ready register root sales sandbox search security sellers services settings
  sign-in sign-out sign-up site staff static status support system team terms wallet www`.split(
    /\s+/,
  ),
);

/** An Arabic letter and its Latin spelling, pair by pair. */
const SPELLING = `ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d
  ط t ظ z ع a غ gh ف f ق q ك k ل l م m ن n ه h ة a و w ي y ى a ئ e ؤ o`.split(/\s+/);

const LATIN = new Map(
  SPELLING.flatMap((letter, at) => (at % 2 === 0 ? [[letter, SPELLING[at + 1] ?? '']] : [])) as [
    string,
    string,
  ][],
);

/** What is wrong with a wished handle: a message code, or undefined when nothing is. */
export function handleFault(handle: string): 'invalid' | 'reserved' | undefined {
  if (!WELL_FORMED.test(handle)) return 'invalid';
  return RESERVED.has(handle) ? 'reserved' : undefined;
}

/** A first handle for a name: «رنا الحسن» becomes rna-alhsn. Later tries get digits at the end. */
export function handleFor(name: string, attempt: number, random: RandomBytes): string {
  const plain = Array.from(name.normalize('NFKD').toLowerCase(), (sign) => LATIN.get(sign) ?? sign)
    .join('')
    .replace(/[^a-z0-9\s_-]/g, '')
    .replace(/[\s_-]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '');
  const base = plain.length < 3 ? `member-${plain}`.replace(/-$/, '') : plain;
  const free = attempt === 0 && plain.length >= 3 && handleFault(base) === undefined;
  if (free) return base;
  const [high = 0, low = 0] = random(2);
  return `${base.slice(0, 24)}-${String(high * 256 + low).padStart(5, '0')}`;
}
