import type { SearchSort } from '../querying/search-query.ts';
import type { OpenTables, Passing } from './open-tables.ts';
import { idAt, type TableRow } from './tables.ts';

type Figures = Omit<TableRow, 'lexemes' | 'traits' | 'titleWords' | 'wordsHash'>;

/** What is compared first; equals stand by quality where it matters, then the newest number first. */
const KEYS: Readonly<Record<Exclude<SearchSort, 'best'>, (row: Figures) => number>> = {
  newest: ({ publishedAt }) => -publishedAt,
  sales: ({ salesCount }) => -salesCount,
  rating: ({ ratingScore }) => -ratingScore,
  'price-up': ({ cents }) => cents,
  'price-down': ({ cents }) => -cents,
};

const BY_QUALITY: readonly SearchSort[] = ['price-up', 'price-down'];

interface Sortable {
  key: number;
  quality: number;
  number: number;
  row: number;
  id: string;
}

/** The ids of the first `most` matches in another order than the best. */
export function sortMatches(
  tables: OpenTables,
  { rows, fresh }: Passing,
  given: { sort: Exclude<SearchSort, 'best'>; most: number },
): string[] {
  const keyOf = KEYS[given.sort];
  const byQuality = BY_QUALITY.includes(given.sort);
  const compare = (one: Sortable, other: Sortable) =>
    one.key - other.key ||
    (byQuality ? other.quality - one.quality : 0) ||
    other.number - one.number;
  const first = new First(given.most, compare);
  for (const row of rows) {
    const figures = figuresAt(tables, row);
    const { quality, number } = figures;
    first.offer({ key: keyOf(figures), quality, number, row, id: '' });
  }
  for (const { row } of fresh)
    first.offer({ key: keyOf(row), quality: row.quality, number: row.number, row: -1, id: row.id });
  return first.inOrder().map(({ row, id }) => (row === -1 ? id : idAt(tables.whole.ids, row)));
}

function figuresAt({ whole }: OpenTables, row: number): Figures {
  return {
    id: '',
    number: whole.number[row] ?? 0,
    quality: whole.quality[row] ?? 0,
    cents: whole.cents[row] ?? 0,
    publishedAt: whole.publishedAt[row] ?? 0,
    salesCount: whole.salesCount[row] ?? 0,
    ratingScore: whole.ratingScore[row] ?? 0,
  };
}

/** Keeps the first so many of what it is offered: cut back to them whenever twice as many have come. */
class First {
  #held: Sortable[] = [];
  #last: Sortable | undefined;
  readonly #most: number;
  readonly #compare: (one: Sortable, other: Sortable) => number;

  constructor(most: number, compare: (one: Sortable, other: Sortable) => number) {
    this.#most = most;
    this.#compare = compare;
  }

  offer(one: Sortable): void {
    if (this.#last && this.#compare(one, this.#last) > 0) return;
    this.#held.push(one);
    if (this.#held.length >= this.#most * 2 + 50) this.#held = this.inOrder();
  }

  inOrder(): Sortable[] {
    const first = this.#held.sort(this.#compare).slice(0, this.#most);
    if (first.length === this.#most) this.#last = first.at(-1);
    return first;
  }
}
