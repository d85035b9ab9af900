import type { Ctx } from '#platform/context';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { CandidateQuestion } from './find-candidates.ts';
import { expectedMatches } from './find-candidates.ts';
import { questionText } from './question-text.ts';
import { searchPool } from './search-pool.ts';
import { readTraits, type Traits } from './traits.ts';

/** So many are counted one by one; of more, one in sixteen. */
const COUNTED_EXACTLY = 5_000;
const SAMPLED = 16;
/** A sample so small tells nothing. */
const TELLING = 40;
const REMEMBERED_MS = 60_000;
const MOST_BYTES = 16 * 2 ** 20;

const memories = new WeakMap<pg.Pool, LRUCache<string, Traits>>();

/** The traits of everything that answers the question, whatever the filters; remembered for a minute. */
export async function findTraits(
  ctx: Ctx,
  question: Omit<CandidateQuestion, 'filters' | 'share'>,
): Promise<Traits> {
  const text = questionText(question.plan, { scope: 'anywhere', dropped: question.dropped });
  if (text === '') return readTraits(null, 1);
  const memory = memoryOf(ctx);
  const known = memory.get(text);
  if (known) return known;
  const traits = await count(ctx, text, expectedMatches({ ...question, share: 1 }, 'anywhere'));
  memory.set(text, traits);
  return traits;
}

/** Makes the next questions count anew. */
export function forgetTraits(ctx: Ctx): void {
  memories.delete(ctx.pool);
}

async function count(ctx: Ctx, text: string, expected: number): Promise<Traits> {
  if (expected > COUNTED_EXACTLY) {
    const sampled = await read(ctx, text, SAMPLED);
    if (sampled.words.length / 2 >= TELLING) return sampled;
  }
  return read(ctx, text, 1);
}

async function read(ctx: Ctx, text: string, scale: number): Promise<Traits> {
  const table = scale === 1 ? 'documents' : 'sample';
  const { rows } = await searchPool(ctx).query<{ bytes: Buffer | null }>({
    text: `select string_agg(int8send(traits), '') as bytes
      from (select traits from search.${table} where words @@ $1::tsquery offset 0) as found`,
    values: [text],
  });
  return readTraits(rows[0]?.bytes ?? null, scale);
}

function memoryOf(ctx: Ctx): LRUCache<string, Traits> {
  const memory =
    memories.get(ctx.pool) ??
    new LRUCache<string, Traits>({
      max: 5_000,
      maxSize: MOST_BYTES,
      sizeCalculation: (traits, key) => traits.words.byteLength + key.length * 2 + 100,
      ttl: REMEMBERED_MS,
      // Instants of the machine: it is memory, not business.
    });
  memories.set(ctx.pool, memory);
  return memory;
}
