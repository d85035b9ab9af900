/** A text as a reader hears it, with the place in the original of every character. */
export interface FlatText {
  text: string;
  /** Where the character begins in the original. */
  from: number[];
  /** How long the original is. */
  length: number;
}

/** Invisible, or decoration on a letter: marks, tatweel, bidi controls, joiners, keycaps, variation selectors. */
const UNHEARD = /^[\p{M}\p{Cf}\u0640\u3164\u115f\u1160]$/u;

/** Letters that look or sound like others (after lower-casing). */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['أإآٱٲٳ', 'ا'],
    ['ىیېئ', 'ي'],
    ['ةۃەھہ', 'ه'],
    ['ؤۆۇ', 'و'],
    ['کڪگ', 'ك'],
    ['ڤڨ', 'ف'],
    ['چ', 'ج'],
    ['پ', 'ب'],
    ['а', 'a'],
    ['еє', 'e'],
    ['оο', 'o'],
    ['рρ', 'p'],
    ['сϲ', 'c'],
    ['у', 'y'],
    ['хχ', 'x'],
    ['іι', 'i'],
    ['ѕ', 's'],
    ['ј', 'j'],
    ['т', 't'],
    ['м', 'm'],
    ['нһ', 'h'],
    ['вβ', 'b'],
    ['ԝ', 'w'],
    ['＠﹫', '@'],
    ['。．', '.'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter) => [letter, to])),
);

/** The first letters of the alphabets in circles, squares and flags, which NFKC leaves alone. */
const FRAMED = [0x1f150, 0x1f170, 0x1f1e6];

/** Lower case, one form for each letter and digit, and nothing that is not heard; places are kept. */
export function flatText(original: string): FlatText {
  const flat: FlatText = { text: '', from: [], length: original.length };
  let at = 0;
  for (const letter of original) {
    for (const plain of plainOf(letter)) {
      flat.text += plain;
      for (let unit = 0; unit < plain.length; unit += 1) flat.from.push(at);
    }
    at += letter.length;
  }
  return flat;
}

function plainOf(letter: string): string {
  if (letter >= ' ' && letter <= '~') return letter.toLowerCase();
  const framed = framedLetter(letter.codePointAt(0) ?? 0);
  if (framed) return framed;
  let plain = '';
  for (const part of letter.normalize('NFKD').toLowerCase()) {
    if (UNHEARD.test(part)) continue;
    plain += ALIKE[part] ?? digitOf(part) ?? part;
  }
  return plain;
}

function framedLetter(code: number): string | undefined {
  const first = FRAMED.find((start) => code >= start && code < start + 26);
  return first === undefined ? undefined : String.fromCodePoint(0x61 + code - first);
}

/** Digits of every script: each block of ten begins where the one before is no digit. */
function digitOf(letter: string): string | undefined {
  if (!/^\p{Nd}$/u.test(letter)) return undefined;
  const code = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Letters set apart one by one («و ا ت س», "w.h.a.t.s"): at least four, with the same kind of gap. */
const SET_APART =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}@](?:[ .\-_*|/~]{1,2}[\p{L}\p{N}@](?![\p{L}\p{N}])){3,}/gu;

/** The same text with letters that were set apart drawn together; undefined when there are none. */
export function drawnTogether(flat: FlatText): FlatText | undefined {
  const gaps = new Set<number>();
  for (const run of flat.text.matchAll(SET_APART)) {
    if (!/\p{L}/u.test(run[0])) continue;
    for (let index = 0; index < run[0].length; index += 1) {
      // A dot before the last letters may be the dot of an address: it stays when an @ is there.
      const character = run[0][index] ?? '';
      const keeps = character === '.' && run[0].includes('@');
      if (/[ .\-_*|/~]/.test(character) && !keeps) gaps.add(run.index + index);
    }
  }
  if (gaps.size === 0) return undefined;
  const drawn: FlatText = { text: '', from: [], length: flat.length };
  for (let index = 0; index < flat.text.length; index += 1) {
    if (gaps.has(index)) continue;
    drawn.text += flat.text[index] ?? '';
    drawn.from.push(flat.from[index] ?? 0);
  }
  return drawn;
}
