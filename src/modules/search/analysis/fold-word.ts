/** Signs that leave nothing behind: vowel marks, tatweel, zero-width and direction controls. */
const INVISIBLE =
  /[\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0300-\u036f\ud800-\udfff]/;

/** Letters of other Arabic scripts and seats of the hamza, each with the letter it is compared as. */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ێ: 'ي',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ڭ: 'ك',
  گ: 'ج',
  چ: 'ج',
  پ: 'ب',
  ڤ: 'ف',
  ڥ: 'ف',
  ژ: 'ز',
  ڨ: 'ق',
  ٹ: 'ت',
  ڈ: 'د',
  ڑ: 'ر',
  ں: 'ن',
  ۆ: 'و',
  ۋ: 'و',
  ۏ: 'و',
  ۇ: 'و',
  ئ: 'ي',
  ؤ: 'و',
  '٪': '%',
};

const SEATS: readonly [RegExp, string][] = [
  [/[ئؤ]و/g, 'و'],
  [/(?:يء|ئ)$/, 'ي'],
  [/ءة/g, 'ية'],
  [/ء/g, ''],
];

const PLAIN = /^[a-z0-9ابتثجحخدذرزسشصضطظعغفقكلمنهوي]*$/;

/**
 * A word as it is compared: compatibility forms resolved, no marks, one alef, ya, ha and hamza,
 * Latin digits and small letters, no letter more than twice in a row.
 */
export function foldWord(written: string): string {
  if (PLAIN.test(written)) return withoutDrawl(written);
  const composed = written.normalize('NFKC').toLowerCase();
  let text = '';
  for (const sign of composed) {
    if (!INVISIBLE.test(sign)) text += plainLatin(digit(sign));
  }
  for (const [seat, letter] of SEATS) text = text.replace(seat, letter);
  let folded = '';
  for (const letter of text) folded += LETTERS[letter] ?? letter;
  return withoutDrawl(folded);
}

/** «جمييييل» → «جميل»: nobody writes a letter three times on purpose. Digits stay. */
function withoutDrawl(word: string): string {
  return word.replace(/([^\d])\1{2,}/gu, '$1');
}

function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return sign;
}

/** «é» → «e»: a letter of the Latin script without its marks. */
function plainLatin(sign: string): string {
  if (sign.length !== 1 || sign < '\u00df' || sign > '\u1eff') return sign;
  const bare = sign.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return /^[a-z]+$/.test(bare) ? bare : sign;
}

/** Whether the word is written with a hamza on its article («ألبوم»): then «ال» is not the article. */
export function hasOwnAlef(written: string): boolean {
  return /^[\u200b-\u200f\u202a-\u202e\u2066-\u2069]*[وفبكل]?[أإآ][\u064b-\u0652]*ل/.test(written);
}
