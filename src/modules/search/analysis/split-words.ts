import { foldWord, hasOwnAlef } from './fold-word.ts';

/** A written word with its place in the text. */
export interface Written {
  surface: string;
  raw: string;
  start: number;
  end: number;
  /** «ألبوم», «إلكتروني»: the first two letters are no article. */
  ownAlef: boolean;
}

/** More of one text is not looked at; a service is a twentieth of it. */
const LONGEST_TEXT = 100_000;
const LONGEST_WORD = 60;

const MARKS = '\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u0640';
const HIDDEN = '\\u00ad\\u200b-\\u200f\\u061c\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff';
const ARABIC =
  '\\u0620-\\u064a\\u0671-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f\\u08a0-\\u08c9\\ufb50-\\ufdff\\ufe70-\\ufefc';
const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\uff10-\\uff19';
const LATIN = `a-zA-Z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\uff21-\\uff3a\\uff41-\\uff5a`;
const INSIDE = `${MARKS}${HIDDEN}`;

/**
 * In the order of preference: names with signs (c++, c#, .net, node.js), numbers with their
 * separators, Latin words with an apostrophe inside, Arabic words with their marks, per cent.
 */
const WORD = new RegExp(
  [
    `(?<![${LATIN}${DIGIT}])[cCfF](?:\\+\\+|#)(?![${LATIN}])`,
    `(?<![${LATIN}${DIGIT}])\\.[nN][eE][tT](?![${LATIN}])`,
    `[${LATIN}]+\\.(?:[jJ][sS]|[nN][eE][tT])(?![${LATIN}])`,
    `[${DIGIT}]{1,3}(?:[,\\u066c\\u060c][${DIGIT}]{3})+(?![${DIGIT}])`,
    `[${LATIN}${DIGIT}](?:[${LATIN}${DIGIT}${INSIDE}]|['’\`ʼ](?=[${LATIN}${DIGIT}]))*`,
    `[${ARABIC}](?:[${ARABIC}${INSIDE}])*`,
    '[%\\u066a]',
    `[^\\s\\p{P}\\p{S}\\p{C}${ARABIC}${LATIN}${DIGIT}${INSIDE}]+`,
  ].join('|'),
  'gu',
);

const NAMED: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  'f#': 'fsharp',
  '.net': 'dotnet',
};

/** The words of a text, folded, with their places in it. Signs, dashes and underscores part words. */
export function splitWords(text: string): Written[] {
  const found: Written[] = [];
  const looked = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  for (const match of looked.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const { surfaces, ownAlef } = foldedOf(raw);
    for (const surface of surfaces) {
      found.push({ surface, raw, start, end: start + raw.length, ownAlef });
    }
  }
  return found;
}

interface Folded {
  surfaces: readonly string[];
  ownAlef: boolean;
}

const MOST_REMEMBERED = 50_000;
const remembered = new Map<string, Folded>();

function foldedOf(raw: string): Folded {
  const before = remembered.get(raw);
  if (before !== undefined) return before;
  const folded = { surfaces: surfacesOf(raw), ownAlef: hasOwnAlef(raw) };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (raw.length <= LONGEST_WORD) remembered.set(raw, folded);
  return folded;
}

/** Almost always one; a ligature such as «ﷺ» is several words. */
function surfacesOf(raw: string): string[] {
  const named = NAMED[raw.toLowerCase()];
  if (named !== undefined) return [named];
  if (/^.{1,40}\.(?:js|net)$/is.test(raw)) return [foldWord(raw).replace('.', '')];
  if (/^\p{Nd}{1,3}[,،٬]/u.test(raw)) return [foldWord(raw.replace(/[,،٬]/g, ''))];
  const bare = /^[a-z]/i.test(raw) ? raw.replace(/['’`ʼ]s$/i, '').replace(/['’`ʼ]/g, '') : raw;
  return foldWord(bare.slice(0, LONGEST_WORD * 2))
    .split(/[^\p{L}\p{N}\p{M}%]+/u)
    .map((word) => word.slice(0, LONGEST_WORD))
    .filter((word) => word !== '');
}
