import { CHANNEL } from './contact-words.ts';

/** A stretch of a flat text. */
export interface Stretch {
  from: number;
  to: number;
}

const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['0', 'صفر', 'زيرو', 'zero'],
    ['1', 'واحد', 'واحده', 'one'],
    ['2', 'اثنان', 'اثنين', 'اثنتان', 'اتنين', 'تنين', 'two'],
    ['3', 'ثلاثه', 'ثلاث', 'تلاته', 'three'],
    ['4', 'اربعه', 'اربع', 'four'],
    ['5', 'خمسه', 'خمس', 'five'],
    ['6', 'سته', 'ست', 'six'],
    ['7', 'سبعه', 'سبع', 'seven'],
    ['8', 'ثمانيه', 'ثماني', 'ثمان', 'تمانيه', 'تمنيه', 'eight'],
    ['9', 'تسعه', 'تسع', 'nine'],
    ['00', 'صفرين'],
    ['2', 'عشرين', 'عشرون', 'twenty'],
    ['3', 'ثلاثين', 'ثلاثون', 'تلاتين', 'thirty'],
    ['4', 'اربعين', 'اربعون', 'forty'],
    ['5', 'خمسين', 'خمسون', 'fifty'],
    ['6', 'ستين', 'ستون', 'sixty'],
    ['7', 'سبعين', 'سبعون', 'seventy'],
    ['8', 'ثمانين', 'ثمانون', 'تمانين', 'eighty'],
    ['9', 'تسعين', 'تسعون', 'ninety'],
  ].flatMap(([digit = '', ...words]) => words.map((word) => [word, digit])),
);

const TOKEN = new RegExp(`\\d+|(?<!\\p{L})و?(${Object.keys(WORDS).join('|')})(?!\\p{L})`, 'gu');
/** What may stand between the digits of one number: nothing that is read as a word or as a sum. */
const BETWEEN = /^(?:[^\p{L}\p{N}#$€£%:=<>×+]{0,4}|\s?و\s?)$/u;

/** Dates with a year and dimensions are no numbers to call. */
const NO_NUMBER =
  /(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([/.-])\d{1,2}\2\d{1,2}|\d+\s?[x×]\s?\d+(?:\s?[x×]\s?\d+)?|\d{2,5}\s?\*\s?\d{2,5})(?!\d)/gu;

/** Mobile numbers as they are written at home, and with their country's code (with or without 00 or +). */
const AT_HOME = /^(?:0[567]\d{8}|09\d{8}|01[0125]\d{8}|07[3-9]\d{8})$/;
const ABROAD = new RegExp(
  `^(?:00)?(?:${[
    '9665\\d{8}',
    '9715\\d{8}',
    '201[0125]\\d{8}',
    '9627\\d{8}',
    '9639\\d{8}',
    '9647\\d{9}',
    '9677\\d{8}',
    '965[4-9]\\d{7}',
    '974[3-7]\\d{7}',
    '973[36]\\d{7}',
    '968[79]\\d{7}',
    '961\\d{7,8}',
    '212[67]\\d{8}',
    '213[567]\\d{8}',
    '216[2459]\\d{7}',
    '2189\\d{8}',
    '2499\\d{8}',
    '97[02]5\\d{8}',
    '905\\d{9}',
  ].join('|')})$`,
);
const WITH_PLUS = /^[1-9]\d{7,14}$/;
const NAMED = new RegExp(
  `(?:رقمي|جوال|موبايل|هاتف|تلفون|اتصل (?:بي|علي)|كلمني|دق لي|دقلي|phone|mobile|cell|tel|call me|text me|my number|${CHANNEL})` +
    '(?:ي|ك|كم|نا)?[^\\p{L}\\p{N}]{0,4}(?:(?:رقم|الرقم|هو|هي|علي|is|no|number|at|on|me)[^\\p{L}\\p{N}]{0,3}){0,2}$',
  'u',
);
const AMOUNT =
  /^\s?(?:[%$€£]|ريال|دولار|درهم|جنيه|دينار|مستخدم|مشترك|متابع|زائر|زياره|رساله|كلمه|حرف|عميل|px|usd|users|followers|words|messages)/u;

interface Token extends Stretch {
  digits: string;
  spelled: boolean;
}

/** Telephone numbers, in digits or spelled out, however they are set apart. */
export function findNumbers(flat: string): Stretch[] {
  const text = flat.replaceAll(NO_NUMBER, (found) => '¤'.repeat(found.length));
  const found: Stretch[] = [];
  for (const run of runsOf(text)) {
    let start = 0;
    while (start < run.length) {
      const end = longestFrom(text, run, start);
      if (end === undefined) start += 1;
      else {
        found.push({ from: run[start]?.from ?? 0, to: run[end]?.to ?? 0 });
        start = end + 1;
      }
    }
  }
  return found;
}

/** Tokens of digits with nothing but decoration between them. */
function runsOf(text: string): Token[][] {
  const runs: Token[][] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[1];
    const token = {
      from: match.index,
      to: match.index + match[0].length,
      digits: word === undefined ? match[0] : (WORDS[word] ?? ''),
      spelled: word !== undefined,
    };
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && BETWEEN.test(text.slice(last.to, token.from))) run.push(token);
    else runs.push([token]);
  }
  return runs;
}

const MOST_DIGITS = 17;

/** The last token of the longest number that begins with this one. */
function longestFrom(text: string, run: readonly Token[], start: number): number | undefined {
  const first = run[start];
  if (!first || /[\p{L}¤]/u.test(text[first.from - 1] ?? ' ')) return undefined;
  let digits = '';
  let longest: number | undefined;
  for (let end = start; end < run.length && digits.length <= MOST_DIGITS; end += 1) {
    digits += run[end]?.digits ?? '';
    if (isPhone(text, run.slice(start, end + 1), digits)) longest = end;
  }
  return longest;
}

function isPhone(text: string, tokens: readonly Token[], digits: string): boolean {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last || digits.length < 7 || digits.length > MOST_DIGITS) return false;
  if (rises(tokens)) return false;
  if (tokens.filter(({ spelled }) => spelled).length >= 6) return true;
  if (digits.length < 8) return isNamed(text, first, last);
  const before = text.slice(Math.max(0, first.from - 3), first.from);
  if (/\+[\s(]?$/.test(before) && WITH_PLUS.test(digits)) return true;
  return AT_HOME.test(digits) || ABROAD.test(digits) || isNamed(text, first, last);
}

function isNamed(text: string, first: Token, last: Token): boolean {
  const before = text.slice(Math.max(0, first.from - 40), first.from);
  return NAMED.test(before) && !AMOUNT.test(text.slice(last.to, last.to + 12));
}

/** 1 2 3 4 …, 05 10 15 20 …: a list, no number. */
function rises(tokens: readonly Token[]): boolean {
  if (tokens.length < 4) return false;
  const values = tokens.map(({ digits }) => Number(digits));
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? 0));
  return steps.every((step) => step !== 0 && step === steps[0]);
}
