import { termsOf } from '../analysis/analyse-text.ts';
import type { Token } from '../analysis/types.ts';
import { inTags, inTitle } from './lexemes.ts';

/** What a service is found by, in the order of its weight. */
export interface DocumentText {
  title: string;
  tags: readonly string[];
  /** Names of its categories and its seller. */
  around: readonly string[];
  description: string;
}

export interface DocumentWords {
  /** Terms and title twins, without marks. */
  lexemes: string[];
  /** For the second phase of ranking; see the column's comment. */
  titleWords: string;
  /** Words of title and tags for the vocabulary: folded, with their term and as written. */
  words: { surface: string; term: string; written: string }[];
}

/** More than these of a description are mostly noise; the rarest stay. */
const MOST_DESCRIBED = 60;

/** Reads a service's texts; `documents` tells how many services hold a term. */
export function documentWords(
  text: DocumentText,
  reading: { analyse(text: string): Token[]; documents(term: string): number },
): DocumentWords {
  const { analyse } = reading;
  const title = analyse(text.title);
  const tags = text.tags.map((tag) => ({ tag, tokens: analyse(tag) }));
  const lexemes = new Set<string>();
  for (const term of title.flatMap(termsOf)) lexemes.add(term).add(inTitle(term));
  for (const { tokens } of tags)
    for (const term of tokens.flatMap(termsOf)) lexemes.add(term).add(inTags(term));
  for (const name of text.around)
    for (const term of analyse(name).flatMap(termsOf)) lexemes.add(term);
  for (const term of rarest(analyse(text.description), lexemes, reading)) lexemes.add(term);
  const tagTokens = tags.flatMap(({ tokens }) => tokens);
  return {
    lexemes: [...lexemes],
    titleWords: `${title.map(packed).join(' ')}\t${tagTokens.map(packed).join(' ')}`,
    words: [
      ...title.map((token) => vocabularyWord(token, text.title)),
      ...tags.flatMap(({ tag, tokens }) => tokens.map((token) => vocabularyWord(token, tag))),
    ],
  };
}

function rarest(
  tokens: readonly Token[],
  held: ReadonlySet<string>,
  { documents }: { documents(term: string): number },
): string[] {
  const described = tokens.filter((token) => !token.stop && !held.has(token.term));
  const byTerm = new Map(described.map((token) => [token.term, token]));
  return [...byTerm.values()]
    .map((token) => ({ token, documents: documents(token.term) }))
    .sort((one, other) => one.documents - other.documents)
    .slice(0, MOST_DESCRIBED)
    .flatMap(({ token }) => termsOf(token));
}

function packed(token: Token): string {
  const { surface, term } = token;
  const alternates = termsOf(token).slice(1);
  if (alternates.length > 0) return `${surface}/${term}/${alternates.join(',')}`;
  return surface === term ? surface : `${surface}/${term}`;
}

function vocabularyWord({ surface, term, start, end }: Token, source: string) {
  return { surface, term, written: source.slice(start, end) };
}
