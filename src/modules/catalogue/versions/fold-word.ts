/** A word without what writers vary: vowel marks, tatweel, forms of alef, ya, ta marbuta and hamza, case, digits. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .toLowerCase();
}
