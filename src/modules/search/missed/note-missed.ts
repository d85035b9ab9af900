import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { knowledgeOf } from '../knowledge/knowledge.ts';

const LONGEST = 60;
/** Past so many in a day a flood is made up. */
const MOST_A_DAY = 2_000;

/** Who missed what today, as a digest in memory alone: one visitor's repetition counts once. */
const noted = new WeakMap<pg.Pool, LRUCache<string, true>>();

/** Notes a question that found nothing, or only with words given up, once a visitor; who asked is not stored. */
export async function noteMissed(
  ctx: Ctx,
  missed: { text: string; foundNothing: boolean; visitor: string },
): Promise<void> {
  const { analyse, vocabulary } = await knowledgeOf(ctx);
  const tokens = analyse(missed.text.slice(0, LONGEST).toWellFormed());
  const question = tokens.map(({ surface }) => surface).join(' ');
  if (question === '' || isNoted(ctx, `${missed.visitor} ${question}`)) return;
  const unknown = tokens
    .filter(({ known, stop, surface }) => !known && !stop && vocabulary.count(surface) === 0)
    .map(({ surface }) => surface);
  await sql`insert into search.missed_questions as held (question, day, shown, asked, found_nothing, unknown)
    select ${question}, ${ctx.clock.now()}::date, ${missed.text.trim().slice(0, LONGEST).toWellFormed()}, 1,
      ${missed.foundNothing}, ${unknown}::text[]
    where (select count(*) from search.missed_questions where day = ${ctx.clock.now()}::date) < ${MOST_A_DAY}
    on conflict (day, question) do update set asked = held.asked + 1,
      found_nothing = excluded.found_nothing, unknown = excluded.unknown`.execute(ctx.db);
}

function isNoted(ctx: Ctx, key: string): boolean {
  const seen = noted.get(ctx.pool) ?? new LRUCache<string, true>({ max: 20_000 });
  noted.set(ctx.pool, seen);
  if (seen.has(key)) return true;
  seen.set(key, true);
  return false;
}
