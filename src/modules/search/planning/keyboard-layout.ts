const LATIN = "qwertyuiop[]asdfghjkl;'zxcvnm,./`";
const ARABIC = 'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ';
/** With the shift key held: letters on the same keys. */
const SHIFTED: Readonly<Record<string, string>> = {
  H: 'أ',
  Y: 'إ',
  N: 'آ',
  G: 'لأ',
  T: 'لإ',
  B: 'لآ',
  '~': 'ذ',
};

const toArabic = new Map<string, string>(
  Array.from(LATIN).map((key, at) => [key, ARABIC.charAt(at)]),
);
toArabic.set('b', 'لا');
const toLatin = new Map<string, string>(
  Array.from(ARABIC).map((key, at) => [key, LATIN.charAt(at)]),
);
for (const [written, key] of [
  ['أ', 'h'],
  ['إ', 'y'],
  ['آ', 'n'],
  ['ی', 'd'],
  ['ک', ';'],
] as const) {
  toLatin.set(written, key);
}

/**
 * The text as the other keyboard would have written it with the same keys: «auhv» ↔ «شعار».
 * Several when a key of one is two letters of the other; none when a key is on neither.
 */
export function otherLayouts(text: string): string[] {
  if (/[a-zA-Z]/.test(text) && !/[\u0620-\u064a]/.test(text)) {
    return [[...text].map((key) => SHIFTED[key] ?? arabicOf(key)).join('')];
  }
  if (!/[\u0620-\u064a]/.test(text) || /[a-zA-Z]/.test(text)) return [];
  const joined = [...text.replace(/لا/g, 'b')].map((key) => toLatin.get(key) ?? key).join('');
  if (!text.includes('لا')) return [joined];
  return [joined, [...text].map((key) => toLatin.get(key) ?? key).join('')];
}

function arabicOf(key: string): string {
  return toArabic.get(key.toLowerCase()) ?? key;
}
