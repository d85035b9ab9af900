/** Letters with their marks, digits, spaces and . , - + # / % ( ) : only (SPEC 2.2). */
const ALLOWED = /^[\p{L}\p{M}\p{Nd} .,\-+#/%():]*$/u;

/** Promises that a title must not make (SPEC 2.2), as they look after `plain`. */
const BANNED = ['حصريا', 'لاول مره', 'لفتره محدوده'];

const FROM = 12;
const TO = 60;

/** What is wrong with a service's title, as a message code; undefined when it will do. */
export function checkTitle(title: string): string | undefined {
  const length = Array.from(title).length;
  if (length === 0) return 'required';
  if (length < FROM) return 'too-short';
  if (length > TO) return 'too-long';
  if (!ALLOWED.test(title)) return 'title-characters';
  const words = plain(title);
  if (BANNED.some((banned) => words.includes(banned))) return 'title-promise';
  return /\p{L}{2}/u.test(title) ? undefined : 'title-characters';
}

/** Without vowel marks and tatweel, one form of alef, ta marbuta and spaces: hides nothing. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ');
}
