export type Locale = 'ar' | 'en';

export type Digits = 'latn' | 'arab';

/** For whom something is written: language, zone, and how they like digits and dates (SPEC 14). */
export interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly digits: Digits;
  readonly calendar: 'gregory' | 'islamic-umalqura';
}

export const LOCALES: readonly Locale[] = ['ar', 'en'];

/** A stranger, before any preference is known. */
export const DEFAULT_READER: Reader = {
  locale: 'ar',
  timeZone: 'Asia/Riyadh',
  digits: 'latn',
  calendar: 'gregory',
};

/** Writing direction of a language. */
export function direction(locale: Locale): 'rtl' | 'ltr' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The same page in that language: Arabic has no prefix, English lives under /en. Takes paths with or without a prefix. */
export function localePath(locale: Locale, path: string): string {
  const bare = barePath(path);
  if (locale === 'ar') return bare;
  return bare === '/' ? '/en' : /^\/[?#]/.test(bare) ? `/en${bare.slice(1)}` : `/en${bare}`;
}

/** A path without its language prefix: /en/services → /services. */
export function barePath(path: string): string {
  const bare = path.replace(/^\/en(?=$|[/?#])/, '');
  return bare.startsWith('/') ? bare : `/${bare}`;
}

/** The language a path is written for. */
export function pathLocale(path: string): Locale {
  return /^\/en(?:$|[/?#])/.test(path) ? 'en' : 'ar';
}
