import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Written } from './split-words.ts';

/** A written word, or several that are one; then `parts` are the single ones. */
export interface JoinedWord extends Written {
  parts?: readonly Written[];
}

const MOST_PARTS = 4;
const BEFORE = /^(?:وبال|وال|فال|بال|كال|ولل|ال|لل|[وبلفك])/;
const BEGINNINGS = new Set('اوبلفك');
const ENDINGS = ['', 'ات', 'هات', 'ي', 'ز', 's'];

/** «باك لينك» → «باكلينك», «info graphic» → «infographic», «عبد الله» → «عبدالله». */
export function joinWords(lexicon: Lexicon, words: readonly Written[]): JoinedWord[] {
  const joined: JoinedWord[] = [];
  for (let at = 0; at < words.length; ) {
    const count = countJoined(lexicon, words, at);
    const word = count === 1 ? words[at] : join(words.slice(at, at + count));
    at += count;
    if (word !== undefined) joined.push(word);
  }
  return joined;
}

/** How many words from here are one; the longest way wins. */
function countJoined(lexicon: Lexicon, words: readonly Written[], at: number): number {
  const first = words[at]?.surface ?? '';
  if (isServant(first) && words[at + 1]?.surface.startsWith('ال')) return 2;
  if (at + 1 === words.length) return 1;
  const bare = BEGINNINGS.has(first.charAt(0)) ? first.replace(BEFORE, '') : first;
  if (!lexicon.firstParts.has(first) && !lexicon.firstParts.has(bare)) return 1;
  for (let count = Math.min(MOST_PARTS, words.length - at); count > 1; count -= 1) {
    const rest = words.slice(at + 1, at + count).map(({ surface }) => withoutArticle(surface));
    const wholes = [first + rest.join(''), bare + rest.join('')];
    if (wholes.some((whole) => isKnownJoin(lexicon, whole))) return count;
  }
  return 1;
}

function isKnownJoin(lexicon: Lexicon, whole: string): boolean {
  return ENDINGS.some(
    (ending) =>
      whole.endsWith(ending) && lexicon.manyParts.has(whole.slice(0, whole.length - ending.length)),
  );
}

/** «عبد» with a name of God is one name, written joined or apart. */
function isServant(word: string): boolean {
  return word === 'عبد';
}

function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

function join(parts: readonly Written[]): JoinedWord | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const rest = parts.slice(1).map(({ surface }) => surface);
  const plain = isServant(first.surface) ? rest : rest.map(withoutArticle);
  return {
    surface: first.surface + plain.join(''),
    raw: first.raw + rest.join(''),
    start: first.start,
    end: last.end,
    ownAlef: first.ownAlef,
    parts,
  };
}
