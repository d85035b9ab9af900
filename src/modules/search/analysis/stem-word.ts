const ARTICLES = ['وبال', 'وكال', 'فبال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'لل', 'ال'];
const ENDINGS: readonly (readonly string[])[] = [
  ['اتهما', 'اتهم', 'اتهن', 'اتها', 'اتكم', 'اتنا', 'اتي', 'اتك', 'اته'],
  ['تهما', 'تهم', 'تها', 'تنا', 'تكم', 'هما', 'هم', 'هن', 'ها', 'نا', 'كم', 'كن'],
  ['تان', 'تين', 'يين', 'يون', 'يات', 'هات', 'ات', 'ون', 'ين', 'ان', 'يه', 'ته', 'تك', 'تي'],
  ['ه', 'ي'],
];

/** The light stem of a folded Arabic word that no lexicon knows; at least three letters are left. */
export function stemWord(surface: string, ownAlef = false): string {
  if (!/^[ء-ي]+$/.test(surface)) return stemLatin(surface);
  const start = ARTICLES.find(
    (text) => surface.startsWith(text) && surface.length - text.length > 2,
  );
  const rest = start === undefined || ownAlef ? surface : surface.slice(start.length);
  let stem = rest;
  for (const group of ENDINGS) stem = withoutOne(stem, group);
  return stem === rest ? withoutOne(stem, ['ا']) : stem;
}

/** Letters that may be a particle («وحسن») or «your», or an article that may be none («ألبوم»). */
export function weakStems(surface: string, ownAlef = false): string[] {
  if (!/^[ء-ي]{4,}$/.test(surface)) return [];
  const stem = stemWord(surface, ownAlef);
  const shortest = stem.startsWith('و') ? 4 : 5;
  const found = /^[وفبلك]/.test(stem) && stem.length >= shortest ? [stemWord(stem.slice(1))] : [];
  if (stem.endsWith('ك') && stem.length > 4) found.push(stem.slice(0, -1));
  if (surface.startsWith('ال') && !ownAlef) found.push(withoutEndings(surface));
  return found.filter((other) => other !== stem && other.length > 2);
}

function withoutEndings(surface: string): string {
  return stemWord(surface, true);
}

function withoutOne(word: string, endings: readonly string[]): string {
  const ending = endings.find((text) => word.endsWith(text) && word.length - text.length > 2);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** English plurals only: «designs» → «design», «companies» → «company». */
function stemLatin(word: string): string {
  if (!/^[a-z]{4,}$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
