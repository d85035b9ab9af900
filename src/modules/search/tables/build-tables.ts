import { numberTitle, WordNumbers } from '../ranking/title-words.ts';
import { type TableRow, type Tables, writeId } from './tables.ts';

/** Puts rows, which come the best first, into tables; at most `count` of them. */
export class TablesBuilder {
  readonly #tables: Omit<Tables, 'titles' | 'titleWords' | 'lexemes' | 'postings' | 'postingAt'>;
  readonly #titles = new Growing();
  readonly #titleNumbers = new WordNumbers();
  readonly #numberOf = new Map<string, number>();
  /** Lexeme numbers of all rows, one after the other, and where each row begins. */
  readonly #held = new Growing();
  readonly #heldAt: Uint32Array;
  readonly #counts: number[] = [];
  #rows = 0;

  constructor(count: number, read: Pick<Tables, 'lastSeq' | 'tableId'>) {
    this.#tables = {
      count,
      ids: new Uint8Array(count * 16),
      number: new Int32Array(count),
      quality: new Float32Array(count),
      traits: new Uint32Array(count * 2),
      cents: new Int32Array(count),
      publishedAt: new Float64Array(count),
      salesCount: new Int32Array(count),
      ratingScore: new Int32Array(count),
      wordsHash: new Int32Array(count),
      titleAt: new Uint32Array(count + 1),
      ...read,
    };
    this.#heldAt = new Uint32Array(count + 1);
  }

  add(row: TableRow): void {
    const tables = this.#tables;
    const at = this.#rows;
    if (at >= tables.count) throw new Error('more rows than were counted');
    writeId(tables.ids, at, row.id);
    tables.number[at] = row.number;
    tables.wordsHash[at] = row.wordsHash;
    writeFigures(tables, at, row);
    for (const number of numberTitle(row.titleWords, this.#titleNumbers)) this.#titles.push(number);
    tables.titleAt[at + 1] = this.#titles.length;
    for (const lexeme of row.lexemes) this.#hold(lexeme);
    this.#rows += 1;
    this.#heldAt[this.#rows] = this.#held.length;
  }

  finish(): Tables {
    const postingAt = new Uint32Array(this.#counts.length + 1);
    for (let lexeme = 0; lexeme < this.#counts.length; lexeme += 1)
      postingAt[lexeme + 1] = (postingAt[lexeme] ?? 0) + (this.#counts[lexeme] ?? 0);
    const held = this.#held.numbers();
    const postings = new Uint32Array(held.length);
    const next = postingAt.slice();
    for (let row = 0; row < this.#rows; row += 1) {
      const end = this.#heldAt[row + 1] ?? 0;
      for (let at = this.#heldAt[row] ?? 0; at < end; at += 1) {
        const lexeme = held[at] ?? 0;
        const place = next[lexeme] ?? 0;
        postings[place] = row;
        next[lexeme] = place + 1;
      }
    }
    return {
      ...this.#tables,
      count: this.#rows,
      titles: this.#titles.numbers().slice(),
      titleWords: asLines(this.#titleNumbers.words()),
      lexemes: asLines([...this.#numberOf.keys()]),
      postings,
      postingAt,
    };
  }

  #hold(lexeme: string): void {
    const number = this.#numberOf.get(lexeme) ?? this.#numberOf.size;
    if (number === this.#numberOf.size) this.#numberOf.set(lexeme, number);
    this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    this.#held.push(number);
  }
}

/** Numbers of which nobody knows beforehand how many there are. */
class Growing {
  length = 0;
  #held = new Uint32Array(1 << 16);

  push(number: number): void {
    if (this.length === this.#held.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.#held);
      this.#held = longer;
    }
    this.#held[this.length] = number;
    this.length += 1;
  }

  numbers(): Uint32Array<ArrayBuffer> {
    return this.#held.subarray(0, this.length);
  }
}

function asLines(words: readonly string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(words.join('\n')));
}

/** What may change while the words of a row stay: quality, filters, sales. */
export function writeFigures(
  tables: Pick<
    Tables,
    'quality' | 'traits' | 'cents' | 'publishedAt' | 'salesCount' | 'ratingScore'
  >,
  at: number,
  row: Omit<TableRow, 'lexemes' | 'titleWords' | 'wordsHash' | 'id' | 'number'>,
): void {
  const view = new DataView(row.traits.buffer, row.traits.byteOffset, 8);
  tables.traits[at * 2] = view.getUint32(0);
  tables.traits[at * 2 + 1] = view.getUint32(4);
  tables.quality[at] = row.quality;
  tables.cents[at] = row.cents;
  tables.publishedAt[at] = row.publishedAt;
  tables.salesCount[at] = row.salesCount;
  tables.ratingScore[at] = row.ratingScore;
}
