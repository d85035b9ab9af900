import { Worker } from 'node:worker_threads';
import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import type pg from 'pg';
import { readLexemes } from '../index/lexemes.ts';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { isKept, wordsColumn } from './load-tables.ts';
import { holdsWords, leave, openTables, type OpenTables, takeRow } from './open-tables.ts';
import { rowColumns, type TableRow, type Tables } from './tables.ts';

/** The process asks for changes so often: what is published is found within a second. */
export const tablesLookMs = 250;
/** A number may be committed after a later one; so long it is looked for. */
const LATE_MS = 10_000;
const MOST_CHANGES = 5_000;
/** With so many services beside the tables, or a share of them moved, all is read again. */
const MOST_FRESH = 1_000;
const MOVED_SHARE = 0.1;

interface Held {
  tables: OpenTables | undefined;
  /** Changes taken in, with the machine's time, so that late ones are told from old ones. */
  taken: Map<bigint, number>;
  takenTo: bigint;
  reading: Promise<void> | undefined;
}

const held = new WeakMap<pg.Pool, Held>();

/** The index in this process's memory; undefined where none is kept or it is not read yet. */
export function tablesOf(ctx: Ctx): OpenTables | undefined {
  return held.get(ctx.pool)?.tables;
}

/**
 * Keeps the index in memory from now on: reads it in a thread of its own, then follows the changes at
 * each `look`. Until it stands, and after `stop`, questions are answered by PostgreSQL.
 */
export function keepTables(
  ctx: Ctx,
  load: (databaseUrl: string) => Promise<Tables> = loadInThread,
): { ready: Promise<void>; look(): Promise<void>; stop(): Promise<void> } {
  const state: Held = { tables: undefined, taken: new Map(), takenTo: 0n, reading: undefined };
  held.set(ctx.pool, state);
  const url = ctx.pool.options.connectionString ?? '';
  const readAll = async () => {
    const whole = await load(url);
    if (held.get(ctx.pool) !== state) return;
    state.tables = openTables(whole);
    state.taken.clear();
    state.takenTo = whole.lastSeq;
    // The first question should not wait for what is known of words.
    await knowledgeOf(ctx);
  };
  const look = () => {
    state.reading ??= (state.tables ? follow(ctx, state, readAll) : readAll())
      .catch((error: Error) => ctx.log.warn({ err: error }, 'search: tables stay as they were'))
      .finally(() => {
        state.reading = undefined;
      });
    return state.reading;
  };
  return {
    ready: look(),
    look,
    stop: async () => {
      if (held.get(ctx.pool) === state) held.delete(ctx.pool);
      await state.reading;
    },
  };
}

/** Takes in what changed since the last look; reads everything again when that is too much. */
async function follow(ctx: Ctx, state: Held, readAll: () => Promise<void>): Promise<void> {
  const { tables } = state;
  if (!tables) return;
  const { rows } = await sql<{ seq: bigint | null; id: string | null; table: number }>`
    select c.seq, c.service_id as id, index.id as table
    from (select 'search.documents'::regclass::oid::integer as id) as index
    left join lateral (select seq, service_id from search.changes where seq > ${state.takenTo}
      order by seq limit ${MOST_CHANGES}) as c on true`.execute(ctx.db);
  const rebuilt = rows.some(({ table }) => table !== tables.whole.tableId);
  if (rebuilt || rows.length === MOST_CHANGES) return readAll();
  const ids = newIds(state, rows);
  if (ids.length === 0) return;
  await takeIn(ctx, tables, ids);
  const stirred =
    tables.fresh.size > MOST_FRESH || tables.moved > tables.whole.count * MOVED_SHARE + MOST_FRESH;
  if (stirred) await readAll();
}

function newIds(state: Held, rows: readonly { seq: bigint | null; id: string | null }[]): string[] {
  const now = performance.now();
  const ids = new Set<string>();
  for (const { seq, id } of rows) {
    if (seq === null || id === null || state.taken.has(seq)) continue;
    state.taken.set(seq, now);
    ids.add(id);
  }
  // What was seen long enough ago has no late neighbours.
  for (const [seq, at] of state.taken) {
    if (now - at <= LATE_MS) continue;
    if (seq > state.takenTo) state.takenTo = seq;
    state.taken.delete(seq);
  }
  return [...ids];
}

type Row = Omit<TableRow, 'lexemes'>;

async function takeIn(ctx: Ctx, tables: OpenTables, ids: readonly string[]): Promise<void> {
  const figures = await ctx.pool.query<Row>({
    name: 'search-changed-rows',
    text: `select ${rowColumns}, hashtext(${wordsColumn}::text) as "wordsHash"
      from search.documents where service_id = any($1)`,
    values: [ids],
  });
  const listed = new Set(figures.rows.map(({ id }) => id));
  const changed = figures.rows.filter(({ id, wordsHash }) => !holdsWords(tables, id, wordsHash));
  const words = await ctx.pool.query<{ id: string; words: string; hash: number }>({
    name: 'search-changed-words',
    text: `select service_id as id, kept::text as words, hashtext(kept::text) as hash
      from (select service_id, ${wordsColumn} as kept from search.documents
        where service_id = any($1)) as d`,
    values: [changed.map(({ id }) => id)],
  });
  const wordsOf = new Map(words.rows.map((row) => [row.id, row]));
  // From here on nothing waits: a question sees all of it or nothing.
  for (const id of ids) if (!listed.has(id)) leave(tables, id);
  for (const row of figures.rows) {
    const found = wordsOf.get(row.id);
    const lexemes = found ? readLexemes(found.words).filter(isKept) : [];
    takeRow(tables, { ...row, wordsHash: found?.hash ?? row.wordsHash, lexemes });
  }
}

/** Reads the index in a thread of its own: building the tables would hold up every page. */
function loadInThread(databaseUrl: string): Promise<Tables> {
  const file = import.meta.url.endsWith('.ts') ? './tables-thread.ts' : './tables-thread.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: databaseUrl });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the thread ended with ${code}`)));
  });
}
