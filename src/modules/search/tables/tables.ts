/**
 * The index as a process holds it in memory: every listed service, the best first, and for each lexeme
 * the services that hold it. Made whole by `buildTables`; filters and figures of a row may change in
 * place, everything else waits in `FreshDocument`s for the next whole reading.
 */
export interface Tables {
  count: number;
  /** 16 bytes a service. */
  ids: Uint8Array<ArrayBuffer>;
  number: Int32Array<ArrayBuffer>;
  quality: Float32Array<ArrayBuffer>;
  /** High and low word in turns, as the column `traits` packs them. */
  traits: Uint32Array<ArrayBuffer>;
  cents: Int32Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  publishedAt: Float64Array<ArrayBuffer>;
  salesCount: Int32Array<ArrayBuffer>;
  ratingScore: Int32Array<ArrayBuffer>;
  /** Tells whether the words of a row are still the same. */
  wordsHash: Int32Array<ArrayBuffer>;
  /** The column `title_words` as `NumberedTitle`s, one after the other, and where each begins. */
  titles: Uint32Array<ArrayBuffer>;
  titleAt: Uint32Array<ArrayBuffer>;
  /** Words of the titles joined by line ends, in the order of their numbers. */
  titleWords: Uint8Array<ArrayBuffer>;
  /** Lexemes joined by line ends; posting list i is of the i-th. */
  lexemes: Uint8Array<ArrayBuffer>;
  postings: Uint32Array<ArrayBuffer>;
  postingAt: Uint32Array<ArrayBuffer>;
  /** The last change that is surely contained. */
  lastSeq: bigint;
  /** The table that was read: a rebuilt index is another. */
  tableId: number;
}

/** A row of search.documents as the tables are made of it. */
export interface TableRow {
  id: string;
  number: number;
  quality: number;
  /** `int8send(traits)` */
  traits: Uint8Array;
  cents: number;
  publishedAt: number;
  salesCount: number;
  ratingScore: number;
  wordsHash: number;
  titleWords: string;
  lexemes: readonly string[];
}

/** The columns of a `TableRow`; lexemes come as the text of `words` without tiers. */
export const rowColumns = `service_id as id, number, quality, int8send(traits) as traits,
  price_minor::integer as cents,
  (extract(epoch from published_at) * 1000)::float8 as "publishedAt", sales_count as "salesCount",
  rating_score as "ratingScore", title_words as "titleWords"`;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The id of the i-th service as text. */
export function idAt(ids: Uint8Array, index: number): string {
  let text = '';
  for (let at = 0; at < 16; at += 1) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += '-';
    text += HEX[ids[index * 16 + at] ?? 0];
  }
  return text;
}

/** Writes an id in the place of the i-th service. */
export function writeId(ids: Uint8Array, index: number, id: string): void {
  const hex = id.replaceAll('-', '');
  for (let at = 0; at < 16; at += 1)
    ids[index * 16 + at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
}

/** Sets the bits of the services that hold a lexeme, also of those that changed since. */
export function addHolders(
  tables: { whole: Tables; numberOf: ReadonlyMap<string, number> },
  lexeme: string,
  bits: Uint32Array,
): void {
  const number = tables.numberOf.get(lexeme);
  if (number === undefined) return;
  const { postings, postingAt } = tables.whole;
  const end = postingAt[number + 1] ?? 0;
  for (let at = postingAt[number] ?? 0; at < end; at += 1) {
    const row = postings[at] ?? 0;
    bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  }
}
