import type { Digits, Locale, Reader } from './reader.ts';

/** What a translation must look like: the same keys, the same parameters, any text. */
export type WordsLike<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => R extends string ? string : R
    : T extends readonly (infer E)[]
      ? readonly WordsLike<E>[]
      : { readonly [K in keyof T]: WordsLike<T[K]> };

/** `never` under every key the source does not have, so that an extra key does not compile. */
type NoExtra<S, T> = T extends string | readonly unknown[] | ((...args: never[]) => unknown)
  ? T
  : { [K in keyof T]: K extends keyof S ? NoExtra<S[K], T[K]> : never };

let digitsInUse: Digits = 'latn';

/** The digits the running catalogue function should write numbers with. */
export function currentDigits(): Digits {
  return digitsInUse;
}

function withDigits<T extends object>(words: T, digits: Digits): T {
  const entries = Object.entries(words).map(([key, value]) => {
    if (typeof value === 'function') {
      const wrapped = (...args: unknown[]): unknown => {
        const before = digitsInUse;
        digitsInUse = digits;
        try {
          return value(...args);
        } finally {
          digitsInUse = before;
        }
      };
      return [key, wrapped];
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return [key, withDigits(value as object, digits)];
    }
    return [key, value];
  });
  return Object.fromEntries(entries) as T;
}

/**
 * The texts of a module in both languages. Arabic is the source; English must have the same shape
 * (a missing or extra key does not compile). Call the result with a locale, or with a reader, whose
 * preferred digits then appear in the plurals.
 */
export function defineWords<A extends object, E extends WordsLike<A>>(catalogues: {
  ar: A;
  en: E & NoExtra<A, E>;
}): (to: Locale | Reader) => WordsLike<A> {
  const ar = catalogues.ar as unknown as WordsLike<A> & object;
  const en = catalogues.en as unknown as WordsLike<A> & object;
  const arabicDigits = { ar: withDigits(ar, 'arab'), en: withDigits(en, 'arab') };
  return (to) => {
    const locale = typeof to === 'string' ? to : to.locale;
    if (typeof to !== 'string' && to.digits === 'arab') return arabicDigits[locale];
    return locale === 'ar' ? ar : en;
  };
}
