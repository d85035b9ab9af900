import { marks } from '../index/lexemes.ts';
import { type NumberedTitle, readTitle, WordNumbers } from '../ranking/title-words.ts';
import { writeFigures } from './build-tables.ts';
import { addHolders, idAt, type TableRow, type Tables, writeId } from './tables.ts';

/** A service that came, or whose words changed, since the tables were read. */
export interface FreshDocument {
  row: Omit<TableRow, 'lexemes'>;
  lexemes: ReadonlySet<string>;
  title: NumberedTitle;
  /** High and low word. */
  traits: readonly [number, number];
}

/** Tables with what questions need beside them, and what changed since they were read. */
export interface OpenTables {
  whole: Tables;
  numberOf: ReadonlyMap<string, number>;
  /** A bit for each service that is listed no more, or stands among the fresh. */
  gone: Uint32Array;
  fresh: Map<string, FreshDocument>;
  /** A bit for each newcomer as they were read; not to be written. */
  newcomers: Uint32Array;
  /** Those of the words in titles, also of the fresh. */
  titleNumbers: WordNumbers;
  find(id: string): number | undefined;
  /** How many rows changed their quality in place: their order is not quite right any more. */
  moved: number;
}

/** Matches that pass the filters: rows, the best first, and fresh services. */
export interface Passing {
  rows: number[];
  fresh: readonly FreshDocument[];
}

/** Qualities nearer than this are the same. */
const SAME = 0.002;

/** Makes tables ready for questions. */
export function openTables(whole: Tables): OpenTables {
  const numberOf = new Map(lines(whole.lexemes).map((lexeme, number) => [lexeme, number]));
  const newcomers = new Uint32Array(Math.ceil(whole.count / 32));
  addHolders({ whole, numberOf }, marks.newcomer, newcomers);
  return {
    whole,
    numberOf,
    newcomers,
    gone: new Uint32Array(newcomers.length),
    fresh: new Map(),
    titleNumbers: new WordNumbers(lines(whole.titleWords)),
    find: finder(whole),
    moved: 0,
  };
}

/** Takes a row as it is now: its figures in place when its words are the same, else among the fresh. */
export function takeRow(tables: OpenTables, row: TableRow): void {
  const at = tables.find(row.id);
  const same = at !== undefined && tables.whole.wordsHash[at] === row.wordsHash;
  if (same) {
    const before = tables.whole.quality[at] ?? 0;
    writeFigures(tables.whole, at, row);
    if (Math.abs(before - row.quality) > SAME) tables.moved += 1;
    tables.gone[at >>> 5] = (tables.gone[at >>> 5] ?? 0) & ~(1 << (at & 31));
    tables.fresh.delete(row.id);
    return;
  }
  leave(tables, row.id);
  const { lexemes, ...figures } = row;
  const view = new DataView(row.traits.buffer, row.traits.byteOffset, 8);
  tables.fresh.set(row.id, {
    row: figures,
    lexemes: new Set(lexemes),
    title: readTitle(row.titleWords, tables.titleNumbers),
    traits: [view.getUint32(0), view.getUint32(4)],
  });
}

/** Whether the words that the tables hold of a service are those of this hash. */
export function holdsWords(tables: OpenTables, id: string, wordsHash: number): boolean {
  const at = tables.find(id);
  return at !== undefined && tables.whole.wordsHash[at] === wordsHash;
}

/** Takes a service out. */
export function leave(tables: OpenTables, id: string): void {
  tables.fresh.delete(id);
  const at = tables.find(id);
  if (at !== undefined) tables.gone[at >>> 5] = (tables.gone[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** Rows by id, in a table of open addressing: half a million strings would weigh ten times as much. */
function finder({ ids, count }: Tables): OpenTables['find'] {
  const size = 1 << Math.max(4, 32 - Math.clz32(count * 2));
  const places = new Int32Array(size).fill(-1);
  const view = new DataView(ids.buffer, ids.byteOffset, ids.byteLength);
  // The end of an id is random; its beginning is a time.
  const begin = (of: DataView, row: number) => of.getUint32(row * 16 + 12) & (size - 1);
  for (let row = 0; row < count; row += 1) {
    let at = begin(view, row);
    while (places[at] !== -1) at = (at + 1) & (size - 1);
    places[at] = row;
  }
  const wanted = new Uint8Array(16);
  const wantedView = new DataView(wanted.buffer);
  return (id) => {
    writeId(wanted, 0, id);
    for (let at = begin(wantedView, 0); ; at = (at + 1) & (size - 1)) {
      const row = places[at] ?? -1;
      if (row === -1) return undefined;
      if (idAt(ids, row) === id) return row;
    }
  };
}

function lines(bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [];
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.split('\n');
}
