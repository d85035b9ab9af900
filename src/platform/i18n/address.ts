import { type Locale, localePath } from './reader.ts';

/** A path as addresses carry it: Arabic letters percent-encoded, what is encoded already left alone. */
export function encodedPath(path: string): string {
  return path.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURI);
}

/** A whole address of a page in a language, one spelling wherever it is written. */
export function wholeAddress(origin: string, locale: Locale, path: string): string {
  return origin + encodedPath(localePath(locale, path));
}
