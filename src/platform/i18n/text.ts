const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffc]/g;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const MAX_SLUG_LENGTH = 80;

/**
 * A person's text made harmless and comparable (SPEC 15, hostile text): NFC, no NUL or other
 * controls, no bidi overrides or marks, no heaps of combining marks, well-formed, trimmed.
 * Line breaks and tabs stay; ZWNJ and ZWJ stay, being spelling.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
    .trim();
}

/** `cleanText` for one line: every run of white space becomes a single space. For titles, names, queries. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim();
}

/** A readable address part: Arabic letters stay, vowel marks and tatweel go, the rest becomes hyphens. May be empty. */
export function slugify(text: string): string {
  const plain = cleanText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640\u200c\u200d'’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return plain
    .slice(0, MAX_SLUG_LENGTH)
    .replace(/^-+|-+$/g, '')
    .toWellFormed()
    .replace('\ufffd', '');
}
