import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { KnownWord, Token, VocabularyRow } from '../analysis/types.ts';
import { analyseText } from '../analysis/analyse-text.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { buildVocabulary, type Vocabulary } from '../planning/vocabulary.ts';
import { readTraits, type Traits } from '../querying/traits.ts';
import { heldLexicon } from './held-lexicon.ts';

/** What one process knows of the catalogue's words: enough to plan a question without asking. */
export interface Knowledge {
  lexicon: Lexicon;
  vocabulary: Vocabulary;
  /** Listed services. */
  total: number;
  /** Services that hold a term, anywhere or in the title (`^term`). */
  documents(term: string): number;
  /** A sample of all services, to guess what filters leave. */
  sample: Traits;
  analyse(text: string): Token[];
  /** The same for titles, which stand in many answers: the last ones stay read. */
  analyseTitle(title: string): Token[];
}

/** Counts move slowly; words that came since are read a second later. */
const WHOLE_AGAIN_MS = 20 * 60_000;
const NEW_WORDS_MS = 1_000;
const MOST_TITLES = 4_000;

interface Held {
  knowledge: Knowledge;
  /** Words that came after the whole was read. */
  fresh: Map<string, KnownWord>;
  /** Services by term and by title twin. */
  counts: Map<string, number>;
  readAt: number;
  wordsAt: number;
  lastSeq: bigint;
  reading: Promise<void> | undefined;
}

const held = new WeakMap<pg.Pool, Promise<Held>>();

/** What this process knows, at most twenty minutes old in its counts and a second in its words. */
export async function knowledgeOf(ctx: Ctx): Promise<Knowledge> {
  const reading = held.get(ctx.pool) ?? readWhole(ctx);
  held.set(ctx.pool, reading);
  reading.catch(() => held.delete(ctx.pool));
  const current = await reading;
  refresh(ctx, current);
  return current.knowledge;
}

/** Makes the next question read everything anew: after a count, a rebuild or a change of the lexicon. */
export function forgetKnowledge(ctx: Ctx): void {
  held.delete(ctx.pool);
}

/** Takes in the words and lexemes of services that this process has just written. */
export async function noteWords(
  ctx: Ctx,
  written: { words: readonly Omit<VocabularyRow, 'documents'>[]; lexemes: readonly string[] },
): Promise<void> {
  const current = await held.get(ctx.pool);
  if (!current) return;
  const { words, lexemes } = written;
  for (const lexeme of lexemes) current.counts.set(lexeme, (current.counts.get(lexeme) ?? 0) + 1);
  for (const word of words) current.fresh.set(word.surface, knownWord({ ...word, documents: 1 }));
}

function refresh(ctx: Ctx, current: Held): void {
  const now = performance.now();
  if (current.reading) return;
  const whole = now - current.readAt > WHOLE_AGAIN_MS;
  if (!whole && now - current.wordsAt < NEW_WORDS_MS) return;
  current.reading = (whole ? replaceWhole(ctx) : readNewWords(ctx, current))
    .catch((error: Error) => ctx.log.warn({ err: error }, 'search: words stay as they were'))
    .finally(() => {
      current.reading = undefined;
    });
}

async function replaceWhole(ctx: Ctx): Promise<void> {
  const fresh = await readWhole(ctx);
  held.set(ctx.pool, Promise.resolve(fresh));
}

async function readNewWords(ctx: Ctx, current: Held): Promise<void> {
  // Another process may have changed the lexicon.
  if ((await heldLexicon(ctx)) !== current.knowledge.lexicon) return replaceWhole(ctx);
  const { rows } = await sql<VocabularyRow & { seq: bigint }>`
    select surface, term, written, documents, seq from search.vocabulary
    where seq > ${current.lastSeq} order by seq limit 5000`.execute(ctx.db);
  for (const row of rows) {
    current.fresh.set(row.surface, knownWord(row));
    current.lastSeq = row.seq;
  }
  current.wordsAt = performance.now();
}

async function readWhole(ctx: Ctx): Promise<Held> {
  const [lexicon, terms, words, counted, sample] = await Promise.all([
    heldLexicon(ctx),
    sql<{ term: string; documents: number; titles: number }>`
      select term, documents, titles from search.terms`.execute(ctx.db),
    sql<VocabularyRow & { seq: bigint }>`
      select surface, term, written, documents, seq from search.vocabulary order by documents desc`.execute(
      ctx.db,
    ),
    sql<{ total: number }>`select greatest(reltuples, 0)::integer as total
      from pg_class where oid = 'search.documents'::regclass`.execute(ctx.db),
    sql<{ bytes: Buffer | null }>`
      select string_agg(int8send(traits), '') as bytes from search.sample`.execute(ctx.db),
  ]);
  const counts = new Map<string, number>();
  for (const row of terms.rows) {
    counts.set(row.term, row.documents);
    if (row.titles > 0) counts.set(`^${row.term}`, row.titles);
  }
  const now = performance.now();
  const fresh = new Map<string, KnownWord>();
  const whole = buildVocabulary(lexicon, { surfaces: words.rows, terms: terms.rows });
  return {
    knowledge: {
      lexicon,
      vocabulary: withFresh(whole, fresh, counts),
      total: counted.rows[0]?.total ?? 0,
      documents: (term) => counts.get(term) ?? 0,
      sample: readTraits(sample.rows[0]?.bytes ?? null, 16),
      analyse: (text) => analyseText(lexicon, text),
      analyseTitle: titleReader(lexicon),
    },
    fresh,
    counts,
    readAt: now,
    wordsAt: now,
    lastSeq: words.rows.reduce((most, row) => (row.seq > most ? row.seq : most), 0n),
    reading: undefined,
  };
}

function titleReader(lexicon: Lexicon): Knowledge['analyseTitle'] {
  const read = new LRUCache<string, Token[]>({ max: MOST_TITLES });
  return (title) => {
    const known = read.get(title) ?? analyseText(lexicon, title);
    read.set(title, known);
    return known;
  };
}

function withFresh(
  whole: Vocabulary,
  fresh: ReadonlyMap<string, KnownWord>,
  counts: ReadonlyMap<string, number>,
): Vocabulary {
  const find = (surface: string) => whole.find(surface) ?? fresh.get(surface);
  return {
    ...whole,
    find,
    count: (surface) => Math.max(whole.count(surface), fresh.get(surface)?.documents ?? 0),
    documents: (term) => counts.get(term) ?? 0,
  };
}

function knownWord(row: VocabularyRow): KnownWord {
  return { ...row, written: row.written ?? row.surface };
}
