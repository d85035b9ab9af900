/** Tiers hold the best 500 services, 1,000 and so on up to 512,000; the rest is in none. */
export const tierSizes: readonly number[] = Array.from({ length: 11 }, (_, at) => 500 * 2 ** at);

/** The number of a service that is in no tier. */
export const noTier = tierSizes.length + 1;

/** A service changes its tier only when its rank has left the band by a tenth. */
export const tierSlack = 0.1;

const LONGEST = 60;

/** A lexeme as long as the index holds it. */
export function cut(lexeme: string): string {
  return lexeme.slice(0, LONGEST);
}

/** A term as the text of a tsvector or tsquery wants it; no sign in it has a meaning. */
export function quoted(lexeme: string): string {
  return `'${cut(lexeme).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** The twin of a term that stands in the title. */
export function inTitle(term: string): string {
  return `^${term}`;
}

/** The twin of a term that stands in the tags. */
export function inTags(term: string): string {
  return `=${term}`;
}

/** Marks that no text can hold: category, subcategory, tier, and "its figures are not known". */
export const marks = {
  group: (key: string) => `~c:${key}`,
  leaf: (key: string) => `~s:${key}`,
  tier: (tier: number) => `~t${tier}`,
  newcomer: '~new',
} as const;

/** The marks of all tiers. */
export const everyTierMark: readonly string[] = tierSizes.map((_size, at) => marks.tier(at + 1));

/** The lexemes of a tsvector as PostgreSQL writes one without positions. */
export function readLexemes(text: string): string[] {
  if (text === '') return [];
  const parts = text.slice(1, -1).split("' '");
  if (!text.includes("''") && !text.includes('\\')) return parts;
  return parts.map((part) => part.replaceAll("''", "'").replaceAll('\\\\', '\\'));
}

/** A service of a tier is in every larger one too. */
export function tierMarks(tier: number): string[] {
  return tierSizes
    .map((_size, index) => index + 1)
    .filter((one) => one >= tier)
    .map(marks.tier);
}
