import { readFileSync } from 'node:fs';
import { cardsOf } from '#catalogue';
import type { Ctx } from '#platform/context';
import {
  forgetTraits,
  keepTables,
  rankExactly,
  type SearchFilters,
  searchServices,
  suggest,
} from '#search';
import { type Bench, type BenchResult, rounded } from './measure/bench.ts';
import { measureSearchPages } from './market/search-pages.ts';
import { measurePopularity } from './market/popularity.ts';
import { openSearchMarket } from './market/search-market.ts';
import { type Question, readQuestions } from './market/search-questions.ts';

/** `BENCH_WORLDS=city,metropolis` measures both. */
const WORLDS = (process.env.BENCH_WORLDS ?? 'city').split(',') as ('city' | 'metropolis')[];
const QUESTIONS_A_ROUND = 40;

/**
 * Questions of every kind through the search door against primary-key lookups through the same pool,
 * and against the plain `ts_rank` over all matches; rounds alternating in one run, the median round.
 * The processor's time is that of the database's processes (from /proc/PID/schedstat) and of this one.
 * `BENCH_TABLES=none` measures the way through PostgreSQL, which answers until the index is in memory.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const world of WORLDS) results.push(...(await runIn(bench, world)));
  results.push(await measureSearchPages(bench));
  return results;
}

async function runIn(bench: Bench, world: 'city' | 'metropolis'): Promise<BenchResult[]> {
  const { ctx, size, close } = await openSearchMarket(bench, world);
  const tables = process.env.BENCH_TABLES === 'none' ? undefined : keepTables(ctx);
  try {
    await tables?.ready;
    const questions = await readQuestions(ctx, size);
    await warmUp(ctx, questions);
    const results: BenchResult[] = [];
    for (const [kind, limits] of Object.entries(LIMITS))
      results.push(...(await compare(bench, ctx, { kind, limits, size, world, questions })));
    results.push(...(await agreement(ctx, { world, questions })));
    results.push(await measurePopularity(ctx, world));
    return results;
  } finally {
    await tables?.stop();
    await close();
  }
}

/** Else what is measured first would pay for the others, and for reading the index. */
async function warmUp(
  ctx: Ctx,
  questions: ReadonlyMap<string, readonly Question[]>,
): Promise<void> {
  for (const kind of Object.keys(LIMITS))
    for (const question of questions.get(kind)?.slice(0, QUESTIONS_A_ROUND) ?? [])
      await ask(ctx, kind, question);
}

interface Limits {
  /** p95 of ours to p95 of a lookup. */
  lookups: number;
  cpuMs: number;
  /** How many times faster than ts_rank over all matches. */
  naive?: number;
}

/** In a small market reading every match is no great matter. */
const NAIVE_FROM = 300_000;

const LIMITS: Readonly<Record<string, Limits>> = {
  rare: { lookups: 12, cpuMs: 1.5 },
  middling: { lookups: 15, cpuMs: 2, naive: 5 },
  broad: { lookups: 25, cpuMs: 3.5, naive: 40 },
  two: { lookups: 25, cpuMs: 5, naive: 10 },
  filtered: { lookups: 45, cpuMs: 10, naive: 5 },
  facets: { lookups: 60, cpuMs: 12, naive: 10 },
  typo: { lookups: 25, cpuMs: 5 },
  suggestion: { lookups: 3, cpuMs: 0.2 },
};

interface Round {
  p50: number;
  p95: number;
  cpuMs: number;
}

async function compare(
  bench: Bench,
  ctx: Ctx,
  given: {
    kind: string;
    limits: Limits;
    size: number;
    world: string;
    questions: ReadonlyMap<string, readonly Question[]>;
  },
): Promise<BenchResult[]> {
  const { kind, limits } = given;
  const questions = given.questions.get(kind) ?? [];
  const rounds: { ours: Round; lookup: Round; naive: Round | undefined }[] = [];
  for (let round = 0; round <= bench.rounds; round += 1) {
    const lookup = await measure(
      ctx,
      (await someIds(ctx)).map((id) => () => cardsOf(ctx, [id])),
    );
    const ours = await measure(
      ctx,
      questions.map((question) => () => ask(ctx, kind, question)),
    );
    const naive =
      limits.naive === undefined || given.size < NAIVE_FROM
        ? undefined
        : await measure(
            ctx,
            questions.slice(0, 8).map((question) => () => askNaively(ctx, question)),
          );
    // The first round warms up.
    if (round > 0) rounds.push({ ours, lookup, naive });
  }
  return judge(given, rounds);
}

function judge(
  { kind, limits, world }: { kind: string; limits: Limits; world: string },
  rounds: { ours: Round; lookup: Round; naive: Round | undefined }[],
): BenchResult[] {
  rounds.sort((one, other) => one.ours.p95 / one.lookup.p95 - other.ours.p95 / other.lookup.p95);
  const median = rounds[Math.floor(rounds.length / 2)];
  if (!median) throw new Error('no rounds: set BENCH_ROUNDS to one or more');
  const { ours, lookup, naive } = median;
  const ratio = ours.p95 / lookup.p95;
  const results: BenchResult[] = [
    {
      name: `search-${kind}`,
      value: rounded(ours.p95, 2),
      unit: 'ms p95',
      p50Ms: rounded(ours.p50, 2),
      ratioTo: `a lookup by key, p95 ${rounded(lookup.p95, 2)} ms`,
      ratio: rounded(ratio),
      atMost: limits.lookups,
      held: ratio <= limits.lookups,
      world,
      concurrency: 1,
    },
    {
      name: `search-${kind}-cpu`,
      value: rounded(ours.cpuMs, 2),
      unit: 'ms of the processor a question',
      atMost: limits.cpuMs,
      held: ours.cpuMs <= limits.cpuMs,
      world,
      concurrency: 1,
    },
  ];
  if (naive && limits.naive !== undefined) {
    const faster = naive.p50 / ours.p50;
    results.push({
      name: `search-${kind}-naive`,
      value: rounded(naive.p50),
      unit: 'ms p50 of ts_rank over all matches',
      ratioTo: 'ours, p50',
      ratio: rounded(faster),
      atLeast: limits.naive,
      held: faster >= limits.naive,
      world,
      concurrency: 1,
    });
  }
  return results;
}

async function ask(ctx: Ctx, kind: string, { text, filters }: Question): Promise<unknown> {
  if (kind === 'suggestion') return suggest(ctx, text);
  const counted = kind === 'facets';
  if (counted) forgetTraits(ctx);
  return searchServices(ctx, { text, filters, sort: 'best', page: 1, counted });
}

/** What the search was before: every match ranked by PostgreSQL, the same words of the same question. */
async function askNaively(ctx: Ctx, { lexemes, filters }: Question): Promise<unknown> {
  const parts = [
    ...(filters.priceToMinor === undefined ? [] : [`price_minor <= ${filters.priceToMinor}`]),
    ...(filters.daysTo === undefined ? [] : [`delivery_days <= ${filters.daysTo}`]),
    ...(filters.aiFree ? ['ai_free'] : []),
  ];
  const question =
    filters.groupKey === undefined ? lexemes : `${lexemes} & '~c:${filters.groupKey}'`;
  const { rows } = await ctx.pool.query<{ id: string }>(
    `select service_id as id from search.documents
     where words @@ $1::tsquery ${parts.map((part) => `and ${part}`).join(' ')}
     order by ts_rank(words, $1::tsquery) * (0.6 + 0.4 * quality) desc limit 24`,
    [question],
  );
  return cardsOf(
    ctx,
    rows.map(({ id }) => id),
  );
}

async function measure(ctx: Ctx, tasks: readonly (() => Promise<unknown>)[]): Promise<Round> {
  const before = await cpuMsSoFar(ctx);
  const times: number[] = [];
  for (const task of tasks.slice(0, QUESTIONS_A_ROUND)) {
    const started = performance.now();
    await task();
    times.push(performance.now() - started);
  }
  const cpuMs = ((await cpuMsSoFar(ctx)) - before) / Math.max(1, times.length);
  times.sort((one, other) => one - other);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), cpuMs };
}

/** What the database's processes of this run and this process have computed so far. */
async function cpuMsSoFar(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.pool.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database()',
  );
  const { user, system } = process.cpuUsage();
  return rows.reduce(
    (sum, { pid }) => {
      try {
        return sum + Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return sum; // It ended meanwhile.
      }
    },
    (user + system) / 1_000,
  );
}

async function someIds(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.pool.query<{ id: string }>(
    `select service_id as id from search.sample order by random() limit ${QUESTIONS_A_ROUND}`,
  );
  return rows.map(({ id }) => id);
}

/** How much of the first page is the exact ranking's; places for newcomers are left out of it. */
async function agreement(
  ctx: Ctx,
  given: { world: string; questions: ReadonlyMap<string, readonly Question[]> },
): Promise<BenchResult[]> {
  const kinds: [name: string, kinds: string[], atLeast: number][] = [
    ['search-agreement', ['middling', 'broad', 'two'], 0.98],
    ['search-agreement-filtered', ['filtered'], 0.95],
  ];
  const results: BenchResult[] = [];
  for (const [name, of, atLeast] of kinds) {
    const shares: number[] = [];
    for (const question of of.flatMap((kind) => (given.questions.get(kind) ?? []).slice(0, 12)))
      shares.push(await agreementOn(ctx, question));
    const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
    const value = rounded(mean * 100);
    results.push({
      name,
      value,
      unit: '% of the exact page',
      atLeast: atLeast * 100,
      held: mean >= atLeast,
      world: given.world,
      concurrency: 1,
    });
  }
  return results;
}

async function agreementOn(
  ctx: Ctx,
  { text, filters }: { text: string; filters: SearchFilters },
): Promise<number> {
  const { cards, shown } = await searchServices(ctx, { text, filters, sort: 'best', page: 1 });
  const ours = cards
    .map(({ serviceId }) => serviceId)
    .filter((id) => shown.get(id)?.newcomer !== true);
  const exact = (await rankExactly(ctx, { text, filters })).slice(0, ours.length);
  const held = exact.filter(({ serviceId }) => ours.includes(serviceId)).length;
  return exact.length === 0 ? 1 : held / exact.length;
}
