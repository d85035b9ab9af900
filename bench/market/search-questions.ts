import type { Ctx } from '#platform/context';
import type { SearchFilters } from '#search';
import { seeded } from '../../test/search/market-texts.ts';

/** A question of the bench. */
export interface Question {
  text: string;
  filters: SearchFilters;
  /** The same as a plain tsquery, for ts_rank over all matches. */
  lexemes: string;
}

interface TermCount {
  term: string;
  documents: number;
}

const A_KIND = 40;
const NARROW: SearchFilters = { priceToMinor: 2_500n, daysTo: 7, aiFree: true };
const GROUPS = ['design', 'writing', 'programming', 'marketing', 'video-audio'];

/** Questions of each kind out of the catalogue's own words, by how many services hold them. */
export async function readQuestions(
  ctx: Ctx,
  size: number,
): Promise<ReadonlyMap<string, readonly Question[]>> {
  const random = seeded(11);
  const { rows } = await ctx.pool.query<TermCount>(
    `select term, documents from search.terms where term ~ '^[ء-ي]{4,}$' order by documents desc, term`,
  );
  const between = (from: number, to: number) =>
    rows.filter(({ documents }) => documents >= from && documents <= to);
  const some = (list: readonly TermCount[]) =>
    Array.from({ length: A_KIND }, () => list[Math.floor(random() * list.length)]).flatMap(
      (term) => term ?? [],
    );
  const broad = between(size * 0.2, size);
  const often = between(size * 0.03, size);
  const one = ({ term }: TermCount, filters: SearchFilters = {}): Question => ({
    text: term,
    filters,
    lexemes: `'${term}'`,
  });
  const two = (first: TermCount, second: TermCount, filters: SearchFilters = {}): Question => ({
    text: `${first.term} ${second.term}`,
    filters,
    lexemes: `'${first.term}' & '${second.term}'`,
  });
  const pairs = some(broad).map((first, index) => two(first, some(often)[index] ?? first));
  return new Map([
    ['rare', some(between(10, Math.max(60, size / 1_000))).map((term) => one(term))],
    ['middling', some(between(size * 0.01, size * 0.03)).map((term) => one(term))],
    ['broad', some(broad).map((term) => one(term))],
    ['two', pairs],
    [
      'filtered',
      pairs.map((pair, index) => ({
        ...pair,
        filters: { ...NARROW, groupKey: GROUPS[index % GROUPS.length] ?? 'design' },
      })),
    ],
    [
      'facets',
      [
        ...some(broad)
          .map((term) => one(term))
          .slice(0, 20),
        ...pairs.slice(0, 20),
      ],
    ],
    ['typo', some(often).map((term) => ({ ...one(term), text: slipped(term.term) }))],
    ['suggestion', some(often).map((term) => ({ ...one(term), text: term.term.slice(0, 3) }))],
  ]);
}

/** Two letters changed places. */
function slipped(word: string): string {
  return `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`;
}
