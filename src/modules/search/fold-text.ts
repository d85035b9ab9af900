import { latinDigits } from '#platform/money';

/** Longest question and most words that are looked at. */
const LONGEST = 200;
const MOST_WORDS = 12;

/**
 * Text as it is compared (SPEC 3.1, its simple part): compatibility forms, no vowel marks and
 * tatweel, one alef, ya, ha and hamza, Latin digits, small letters.
 */
export function foldText(text: string): string {
  return latinDigits(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0653-\u0655]/g, '')
    .normalize('NFC')
    .replace(/[\p{Mn}\u0640\u200c\u200d]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
    .replaceAll('ک', 'ك');
}

/** The words of a text as they are indexed: folded, without the article and its particles. */
export function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}+#]+/u)
    .map(withoutArticle)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** «والتصميم», «للتصميم» → «تصميم»; short words stay whole. */
function withoutArticle(word: string): string {
  const bare = word.replace(/^(?:[وفبك]?ال|لل)(?=\p{L}{3})/u, '');
  return bare === '' ? word : bare;
}

/**
 * A question for PostgreSQL's `to_tsquery`: every word must begin a word of the service. Undefined
 * when nothing is asked. Each word is quoted, so no sign in it has a meaning.
 */
export function questionOf(text: string): string | undefined {
  const words = [...new Set(wordsOf(text.slice(0, LONGEST)))].slice(0, MOST_WORDS);
  if (words.length === 0) return undefined;
  return words.map((word) => `'${word.replace(/['\\]/g, '')}':*`).join(' & ');
}
