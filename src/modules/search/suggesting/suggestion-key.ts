import { splitWords } from '../analysis/split-words.ts';

/** Completions are kept for beginnings of up to so many letters. */
export const longestPrefix = 8;

/** A text as beginnings are compared: folded words, the article of the first one taken off. */
export function suggestionKey(text: string): string {
  return withoutArticle(foldedText(text));
}

/** The folded words of a text with single blanks; a blank at the end stays, for the word is finished. */
export function foldedText(text: string): string {
  const words = splitWords(text)
    .map(({ surface }) => surface)
    .join(' ');
  return /\s$/.test(text) && words !== '' ? `${words} ` : words;
}

/** «التصميم» completes what «تصميم» does; a lone article is no word yet. */
export function withoutArticle(folded: string): string {
  return folded.replace(/^(?:ال|لل)(?=\S{2})/, '');
}
