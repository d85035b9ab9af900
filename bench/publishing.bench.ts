import {
  approveService,
  pauseService,
  resumeService,
  saveService,
  type ServiceInput,
  startService,
  submitService,
} from '#catalogue';
import { registerMember } from '#identity';
import { type Actor, type Ctx, newId } from '#platform/context';
import { openDatabase } from '#platform/db';
import { type Bench, type BenchResult, rounded } from './measure/bench.ts';
import { load } from './load/load.ts';
import { differentSearches } from './market/search-pages.ts';
import { contextOver } from './market/search-market.ts';
import { endProcess, type Site, startSite } from './servers/site.ts';

const SERVICES = Number(process.env.BENCH_EDITS ?? 60);
const UNDER_LOAD_AT_MOST = 2;
const FOUND_WITHIN_MS = 1_000;
const LOOK_MS = 20;
/** Searches at once, each asked as soon as the one before is answered. */
const SEARCHERS = 2;
const ACTS = ['publish', 'edit', 'pause', 'resume', 'popularity'] as const;
type ActName = (typeof ACTS)[number];

/** How long each act took, and how long until the search knew of it; milliseconds. */
interface Times {
  acts: Record<ActName, number[]>;
  found: number[];
}

/**
 * Services are written, approved, edited, paused and resumed, and the popularity of hundreds moves, first
 * on a quiet site (one process for pages, one that works) and then while others search as fast as they are
 * answered: how much longer the acts take, and how long until the search through HTTP knows a service that was just approved.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web' });
  const worker = await site.startWorker();
  const handle = openDatabase(site.databaseUrl, { max: 8, name: 'bench' });
  try {
    const ctx = contextOver(handle);
    await untilWorkedOff(ctx);
    await workThrough(ctx, site, 5);
    const quiet = await workThrough(ctx, site, SERVICES);
    bench.say(`  found within ${Math.round(p50(quiet.found))} ms, then with searches`);
    const loaded = await underLoad(bench, site, () => workThrough(ctx, site, SERVICES));
    return [
      ...ACTS.map((act) => slowed(site, act, { quiet, loaded })),
      found(site, 'publishing-found', quiet.found),
      found(site, 'publishing-found-under-load', loaded.found),
    ];
  } finally {
    await handle.close();
    await endProcess(worker);
    await site.stop();
  }
}

/** What earlier measurements left for a worker is not part of this one. */
async function untilWorkedOff(ctx: Ctx): Promise<void> {
  for (;;) {
    const { rows } = await ctx.pool.query<{ waits: boolean }>(
      `select exists (select from platform.facts where relayed_at is null)
        or (select count(*) from graphile_worker.jobs where run_at <= now()) > 5 as waits`,
    );
    if (!rows[0]?.waits) return;
    await new Promise((later) => setTimeout(later, 500));
  }
}

/** Searches go on for as long as the work takes. */
async function underLoad<T>(bench: Bench, site: Site, work: () => Promise<T>): Promise<T> {
  const requests = differentSearches();
  let going = true;
  const searching = (async () => {
    while (going) {
      const part = { ...bench, seconds: 5, concurrency: SEARCHERS };
      const { perSecond } = await load(part, { port: site.port, requests, expect: '200' });
      bench.say(`  ${Math.round(perSecond)} searches/s beside`);
    }
  })();
  try {
    return await work();
  } finally {
    going = false;
    await searching;
  }
}

async function workThrough(ctx: Ctx, site: Site, count: number): Promise<Times> {
  const times: Times = {
    acts: { publish: [], edit: [], pause: [], resume: [], popularity: [] },
    found: [],
  };
  const timed = async (act: ActName, work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    times.acts[act].push(performance.now() - started);
  };
  const figures = await someServices(ctx);
  const reviewer = by(ctx, newId(ctx), ['reviewer']);
  for (let number = 0; number < count; number += 1) {
    const word = aWord(ctx);
    const seller = await aSeller(ctx, word);
    const input = written(word);
    const { serviceId } = await startService(seller, {
      title: input.title,
      leafKey: input.leafKey,
    });
    await saveService(seller, { serviceId, version: 1, input });
    const declarations = { ownText: true, ownWorks: true, noOutsideContact: true };
    await submitService(seller, { serviceId, version: 2, declarations });
    await timed('publish', () => approveService(reviewer, { serviceId, version: 2 }));
    times.found.push(await untilFound(site, word));
    const cheaper = { ...input, basePriceMinor: 1_000n };
    await timed('edit', () => saveService(seller, { serviceId, version: 2, input: cheaper }));
    await timed('pause', () => pauseService(seller, { serviceId }));
    await timed('resume', () => resumeService(seller, { serviceId }));
    await timed('popularity', () =>
      moveFigures(ctx, figures.slice((number * 50) % 3_000, ((number * 50) % 3_000) + 50)),
    );
    await pauseService(seller, { serviceId });
  }
  return times;
}

const by = (ctx: Ctx, memberId: string, roles: string[]): Ctx => {
  const actor: Actor = { kind: 'member', memberId, roles, emailVerified: true };
  return { ...ctx, actor };
};

/** A word that no other service has. */
const aWord = (ctx: Ctx) =>
  [...ctx.random(9)].map((byte) => String.fromCodePoint(97 + (byte % 26))).join('');

async function aSeller(ctx: Ctx, word: string): Promise<Ctx> {
  const { memberId } = await registerMember(ctx, {
    email: `${word}@example.com`,
    displayName: 'بائع القياس',
    handle: `m-${word}`,
    locale: 'ar',
    timeZone: 'Asia/Riyadh',
  });
  return by(ctx, memberId, []);
}

function written(word: string): ServiceInput {
  const description = [
    `أصمّم لك شعارًا يعبّر عن فكرتك ${word}: أبدأ بثلاثة نماذج مختلفة، تختار منها واحدًا نطوّره معًا حتى تعديلين.`,
    'تستلم الملفات المفتوحة بدقة عالية، مع دليل استخدام مختصر للألوان والخطوط، ونسخة بالأبيض والأسود.',
    'أعمل وحدي على كل شعار من أول خط إلى آخر ملف، وأسلّم في الموعد الذي اتفقنا عليه.',
  ].join('\n\n');
  return {
    leafKey: 'logo-design',
    title: `تصميم شعار احترافي ${word}`,
    description,
    basePriceMinor: 1_500n,
    deliveryDays: 3,
    changesIncluded: 2,
    quantityMultipliesTime: false,
    tags: ['شعار', 'لوجو', 'هوية بصرية'],
    languages: ['ar'],
    aiUse: 'none',
    rightsText: '',
    upgrades: [],
    questions: [{ kind: 'text', label: 'ما اسم مشروعك؟', required: true, choices: [] }],
    faq: [],
    imageIds: [],
  };
}

/** From the commit until a page of the search shows it; each look is another question, made anew. */
async function untilFound(site: Site, word: string): Promise<number> {
  const started = performance.now();
  for (let look = 0; performance.now() - started < 30_000; look += 1) {
    const filters = `price=${15 + (look % 11)}&days=${3 + (Math.floor(look / 11) % 28)}`;
    const answer = await fetch(`${site.url}/search?q=${word}&${filters}`);
    if ((await answer.text()).includes(`احترافي ${word}`)) return performance.now() - started;
    await new Promise((later) => setTimeout(later, LOOK_MS));
  }
  throw new Error(`the search does not know ${word} after 30 s`);
}

/** Services whose figures are moved, fifty at a time. */
async function someServices(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.pool.query<{ id: string }>(
    'select service_id as id from search.documents order by random() limit 3000',
  );
  return rows.map(({ id }) => id);
}

/** Sales and quality of these services move, as the hourly look at them writes it. */
async function moveFigures(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  await ctx.pool.query(
    `update search.documents set quality = least(1, quality + 0.001), sales_count = sales_count + 1
     where service_id = any($1::uuid[])`,
    [serviceIds],
  );
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? Number.NaN;
const p50 = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;

function slowed(
  site: Site,
  act: ActName,
  { quiet, loaded }: { quiet: Times; loaded: Times },
): BenchResult {
  const [before, during] = [p95(quiet.acts[act]), p95(loaded.acts[act])];
  return {
    name: `publishing-${act}`,
    value: rounded(during),
    unit: 'ms p95 while others search',
    p50Ms: rounded(p50(loaded.acts[act])),
    ratioTo: `without, p95 ${rounded(before)} ms`,
    ratio: rounded(during / before, 2),
    atMost: UNDER_LOAD_AT_MOST,
    held: during / before <= UNDER_LOAD_AT_MOST,
    world: site.world,
    concurrency: SEARCHERS,
  };
}

function found(site: Site, name: string, times: readonly number[]): BenchResult {
  const value = Math.round(times.toSorted((one, other) => one - other).at(-1) ?? Number.NaN);
  return {
    name,
    value,
    unit: 'ms at most until the search knows a service',
    p50Ms: Math.round(p50(times)),
    atMost: FOUND_WITHIN_MS,
    held: value <= FOUND_WITHIN_MS,
    world: site.world,
    concurrency: 1,
  };
}
