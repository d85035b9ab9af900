import { describe, expect, it } from 'vitest';
import {
  arPlural,
  barePath,
  cleanLine,
  cleanText,
  DEFAULT_READER,
  defineWords,
  direction,
  enPlural,
  formatBytes,
  formatDate,
  formatDuration,
  formatList,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  localePath,
  moneyText,
  pathLocale,
  type Reader,
  slugify,
} from './index.ts';

const arabic = DEFAULT_READER;
const english: Reader = { ...DEFAULT_READER, locale: 'en' };
const easternDigits: Reader = { ...DEFAULT_READER, digits: 'arab' };
const hijri: Reader = { ...DEFAULT_READER, calendar: 'islamic-umalqura' };
const monday = new Date('2026-11-23T07:42:00Z');

const changes = {
  zero: 'بلا تعديلات',
  one: 'تعديل واحد',
  two: 'تعديلان',
  few: '# تعديلات',
  many: '# تعديلًا',
  other: '# تعديل',
};

describe('plurals', () => {
  it.each([
    [0, 'بلا تعديلات'],
    [1, 'تعديل واحد'],
    [2, 'تعديلان'],
    [3, '3 تعديلات'],
    [10, '10 تعديلات'],
    [11, '11 تعديلًا'],
    [99, '99 تعديلًا'],
    [100, '100 تعديل'],
    [1_102, '1,102 تعديل'],
    [1_103, '1,103 تعديلات'],
  ])('%d is written %s', (n, text) => {
    expect(arPlural(n, changes)).toBe(text);
  });

  it('falls back to other when there is no word for zero', () => {
    const { zero: _, ...rest } = changes;
    expect(arPlural(0, rest)).toBe('0 تعديل');
  });

  it('English has two', () => {
    expect(enPlural(1, { one: '# change', other: '# changes' })).toBe('1 change');
    expect(enPlural(0, { one: '# change', other: '# changes' })).toBe('0 changes');
  });
});

describe('catalogues', () => {
  const words = defineWords({
    ar: {
      title: 'طلباتي',
      changes: (n: number) => arPlural(n, changes),
      empty: { title: 'لا شيء', steps: ['أ', 'ب'] },
    },
    en: {
      title: 'My orders',
      changes: (n: number) => enPlural(n, { one: '# change', other: '# changes' }),
      empty: { title: 'Nothing', steps: ['a'] },
    },
  });

  it('answer in the language asked for', () => {
    expect(words('ar').title).toBe('طلباتي');
    expect(words('en').empty.title).toBe('Nothing');
    expect(words(english).changes(3)).toBe('3 changes');
    expect(words('ar').empty.steps).toEqual(['أ', 'ب']);
  });

  it('write plurals in the digits the reader prefers, and only for that reader', () => {
    expect(words(easternDigits).changes(11)).toBe('١١ تعديلًا');
    expect(words(arabic).changes(11)).toBe('11 تعديلًا');
  });

  it('do not compile with a missing, an extra or a differently shaped key', () => {
    // @ts-expect-error a key is missing
    defineWords({ ar: { a: 'أ', b: 'ب' }, en: { a: 'a' } });
    // @ts-expect-error a key is extra
    defineWords({ ar: { a: 'أ' }, en: { a: 'a', b: 'b' } });
    // @ts-expect-error a nested key is extra
    defineWords({ ar: { n: { a: 'أ' } }, en: { n: { a: 'a', b: 'b' } } });
    // @ts-expect-error text where a function is due
    defineWords({ ar: { a: (n: number) => `${n}` }, en: { a: 'a' } });
    expect(true).toBe(true);
  });
});

describe('money', () => {
  it('has one order in every language', () => {
    expect(moneyText(arabic, 1_500n)).toBe('$15.00');
    expect(moneyText(english, 1_500n)).toBe('$15.00');
    expect(moneyText(easternDigits, 150_050n)).toBe('$١٬٥٠٠٫٥٠');
  });

  it('is isolated from the text around it', () => {
    expect(formatMoney(arabic, 1_500n)).toBe('\u2066$15.00\u2069');
  });

  it('puts the sign before the symbol, and can leave off empty cents', () => {
    expect(moneyText(arabic, -123_456n)).toBe('−$1,234.56');
    expect(moneyText(arabic, 1_000n, { sign: 'always', trimZeros: true })).toBe('+$10');
    expect(moneyText(arabic, -1_000n, { sign: 'never' })).toBe('$10.00');
    expect(moneyText(arabic, 1_050n, { trimZeros: true })).toBe('$10.50');
    expect(moneyText(arabic, 0n, { sign: 'always' })).toBe('$0.00');
  });

  it('keeps every cent of amounts past what a Number can hold', () => {
    expect(moneyText(english, 12_345_678_901_234_567_805n)).toBe('$123,456,789,012,345,678.05');
  });

  it('takes digits after the point from the currency', () => {
    expect(moneyText(english, 1_500n, { currency: 'KWD' })).toBe('KWD\u00a01.500');
  });
});

describe('numbers, sizes and lists', () => {
  it('follow the reader', () => {
    expect(formatNumber(arabic, 35_000)).toBe('35,000');
    expect(formatNumber(easternDigits, 12n)).toBe('١٢');
    expect(formatPercent(english, 0.125)).toBe('12.5%');
    expect(formatBytes(arabic, 1.8 * 1024 * 1024)).toBe('1.8 م.ب');
    expect(formatBytes(english, 12 * 1024 * 1024)).toBe('12 MB');
    expect(formatBytes(english, 1)).toBe('1 byte');
    expect(formatList(arabic, ['أ', 'ب', 'ج'])).toBe('أ وب وج');
    expect(formatList(english, ['a', 'b', 'c'])).toBe('a, b and c');
  });
});

describe('dates', () => {
  it('are in the reader’s zone, language and calendar', () => {
    expect(formatDate(arabic, monday)).toBe('23 نوفمبر 2026');
    expect(formatDate(arabic, monday, 'time')).toBe('10:42 ص');
    expect(formatDate(arabic, monday, 'weekdayDateTime')).toBe('الاثنين، 23 نوفمبر · 10:42 ص');
    expect(formatDate({ ...english, timeZone: 'Africa/Tunis' }, monday, 'time')).toBe('8:42 AM');
    expect(formatDate(hijri, monday)).toContain('جمادى الآخرة 1448');
    expect(formatDate(easternDigits, monday)).toBe('٢٣ نوفمبر ٢٠٢٦');
    expect(formatDate(english, monday, 'short')).toBe('Nov 23, 2026');
  });

  it('can be told relative to now', () => {
    const at = (ms: number) => new Date(monday.getTime() + ms);
    expect(formatRelative(arabic, at(-20_000), monday)).toBe('الآن');
    expect(formatRelative(arabic, at(-3 * 3_600_000), monday)).toBe('قبل 3 ساعات');
    expect(formatRelative(arabic, at(2 * 86_400_000), monday)).toBe('خلال يومين');
    expect(formatRelative(english, at(-26 * 3_600_000), monday)).toBe('1 day ago');
  });

  it('lengths are told by their two largest units', () => {
    expect(formatDuration(arabic, 52 * 3_600_000)).toBe('يومان و4 ساعات');
    expect(formatDuration(english, 48 * 3_600_000)).toBe('2 days');
    expect(formatDuration(english, 3_600_000 + 11 * 60_000)).toBe('1 hour, 11 minutes');
    expect(formatDuration(arabic, 9_000)).toBe('9 ثوان');
    expect(formatDuration(english, -5)).toBe('0 seconds');
  });
});

describe('paths', () => {
  it.each([
    ['ar', '/services', '/services'],
    ['en', '/services', '/en/services'],
    ['en', '/en/services', '/en/services'],
    ['ar', '/en/services', '/services'],
    ['en', '/', '/en'],
    ['ar', '/en', '/'],
    ['en', '/?q=1', '/en?q=1'],
    ['ar', '/en?q=1', '/?q=1'],
    ['en', '/energy', '/en/energy'],
  ] as const)('in %s %s is %s', (locale, path, expected) => {
    expect(localePath(locale, path)).toBe(expected);
  });

  it('tell their language', () => {
    expect(pathLocale('/en/x')).toBe('en');
    expect(pathLocale('/energy')).toBe('ar');
    expect(barePath('/en')).toBe('/');
    expect(direction('ar')).toBe('rtl');
  });
});

describe('what people write', () => {
  it.each([
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\u0000b', 'ab'],
    ['\u2066x\u2069\u200f', 'x'],
    ['e\u0301', 'é'],
    ['  سطر\r\nثانٍ ', 'سطر\nثانٍ'],
    ['\ud800x', '\ufffdx'],
    [`ا${'\u064e'.repeat(50)}`, `ا${'\u064e'.repeat(4)}`],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('%j is cleaned to %j', (dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('becomes one line where one line is due', () => {
    expect(cleanLine(' تصميم \n\t شعار ')).toBe('تصميم شعار');
  });

  it.each([
    ['تصميمُ شعارٍ احترافي!', 'تصميم-شعار-احترافي'],
    ['Logo & CV / ATS', 'logo-cv-ats'],
    ['شـــعار 3D', 'شعار-3d'],
    ['***', ''],
  ])('%s is %s in an address', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });
});
