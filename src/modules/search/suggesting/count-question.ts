import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { foldedText } from './suggestion-key.ts';

/** Written together, so that counting costs a question nothing. */
const WAIT_MS = 10_000;
const MOST_WAITING = 500;
const LONGEST = 60;

interface Counting {
  waiting: Map<string, { shown: string; asked: number; services: number }>;
  /** Who asked what today, as a digest in memory alone: one visitor's repetition counts once. */
  seen: LRUCache<string, true>;
  /** On the machine's clock. */
  writtenAt: number;
}

const countings = new WeakMap<pg.Pool, Counting>();

/** Counts a question that found something, once a visitor; who asked is not stored. Waits for nobody. */
export function countQuestion(
  ctx: Ctx,
  question: { text: string; services: number; visitor: string },
): void {
  const key = foldedText(question.text).trim().slice(0, LONGEST);
  if (key === '' || question.services === 0) return;
  const counting = countings.get(ctx.pool) ?? begin(ctx);
  const once = `${question.visitor} ${key}`;
  if (counting.seen.has(once)) return;
  counting.seen.set(once, true);
  const before = counting.waiting.get(key);
  if (!before && counting.waiting.size >= MOST_WAITING) return;
  const asked = (before?.asked ?? 0) + 1;
  const shown = question.text.trim().slice(0, LONGEST).toWellFormed();
  counting.waiting.set(key, { shown, asked, services: question.services });
  if (performance.now() - counting.writtenAt < WAIT_MS) return;
  writeQuestions(ctx).catch((error: Error) =>
    ctx.log.warn({ err: error }, 'search: questions were not counted'),
  );
}

/** Writes what was counted so far. */
export async function writeQuestions(ctx: Ctx): Promise<void> {
  const counting = countings.get(ctx.pool);
  if (!counting || counting.waiting.size === 0) return;
  const rows = [...counting.waiting].map(([question, rest]) => ({ question, ...rest }));
  counting.waiting = new Map();
  counting.writtenAt = performance.now();
  await sql`insert into search.popular_questions as held (question, day, shown, asked, services)
    select question, ${ctx.clock.now()}::date, shown, asked, services
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (question text, shown text, asked integer, services integer)
    order by question
    on conflict (day, question) do update set asked = held.asked + excluded.asked,
      services = excluded.services`.execute(ctx.db);
}

function begin(ctx: Ctx): Counting {
  const counting: Counting = {
    waiting: new Map(),
    seen: new LRUCache({ max: 20_000 }),
    writtenAt: performance.now(),
  };
  countings.set(ctx.pool, counting);
  return counting;
}
