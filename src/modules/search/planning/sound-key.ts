/**
 * How a word sounds, by its consonants alone: one sign a class of sounds that Latin letters and
 * Arabic dialects do not keep apart. Long and short vowels, ع and the hamza leave nothing.
 */
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ش: 'x',
  ج: 'g',
  ق: 'k',
  ك: 'k',
  غ: 'g',
  خ: 'h',
  ح: 'h',
  ه: 'h',
  د: 'd',
  ض: 'd',
  ذ: 'z',
  ز: 'z',
  ظ: 'z',
  ر: 'r',
  ف: 'f',
  ل: 'l',
  م: 'm',
  ن: 'n',
};

/** Latin signs, the longest first, with the classes they may stand for ('' leaves nothing). */
const LATIN: readonly [string, readonly string[]][] = [
  ['tion', ['xn']],
  ['sion', ['xn', 'zn']],
  ['tch', ['tx', 'x']],
  ["3'", ['g']],
  ["7'", ['h']],
  ["6'", ['z']],
  ["9'", ['d']],
  ['sh', ['x']],
  ['ch', ['x', 'tx', 'k', 'h']],
  ['kh', ['h', 'k']],
  ['gh', ['g']],
  ['th', ['s', 'z', 't']],
  ['dh', ['z', 'd']],
  ['ph', ['f']],
  ['ck', ['k']],
  ['qu', ['k']],
  ['x', ['ks', 'h']],
  ['2', ['', 'k']],
  ['3', ['', 'g']],
  ['4', ['x', '']],
  ['5', ['h']],
  ['6', ['t']],
  ['7', ['h']],
  ['8', ['k', 'g']],
  ['9', ['s', 'k', 'd']],
  ['b', ['b']],
  ['c', ['k', 's']],
  ['d', ['d', 'z']],
  ['f', ['f']],
  ['g', ['g', 'k']],
  ['h', ['h', '']],
  ['j', ['g', 'x']],
  ['k', ['k']],
  ['l', ['l']],
  ['m', ['m']],
  ['n', ['n']],
  ['p', ['b']],
  ['q', ['k', 'g']],
  ['r', ['r']],
  ['s', ['s', 'z']],
  ['t', ['t']],
  ['v', ['f']],
  ['z', ['z', 's']],
];
const MOST_KEYS = 48;

/** The key of an Arabic word. A final ه may be ة and leaves nothing; doubled sounds are one. */
export function soundOfArabic(word: string): string {
  let key = '';
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const sound = letter === 'ه' && at === word.length - 1 ? '' : (ARABIC[letter] ?? '');
    if (!key.endsWith(sound) || sound === '') key += sound;
  }
  return key;
}

/** Every key a word in Latin letters may have, Arabic written in them or English. */
export function soundsOfLatin(word: string): string[] {
  let keys = [''];
  for (let at = 0; at < word.length; ) {
    const found = LATIN.find(([sign]) => word.startsWith(sign, at));
    at += found?.[0].length ?? 1;
    if (found === undefined) continue;
    const atEnd = at === word.length && found[0] === 'h';
    const choices = atEnd ? ['', 'h'] : found[1];
    keys = keys.flatMap((key) => choices.map((sound) => append(key, sound)));
    if (keys.length > MOST_KEYS) keys = keys.slice(0, MOST_KEYS);
  }
  return [...new Set(keys)];
}

function append(key: string, sound: string): string {
  return sound !== '' && key.endsWith(sound) ? key : key + sound;
}
