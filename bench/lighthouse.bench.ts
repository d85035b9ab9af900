import lighthouse from 'lighthouse';
import * as constants from 'lighthouse/core/config/constants.js';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../test/support/chromium-path.ts';
import type { Bench, BenchResult } from './measure/bench.ts';
import { firstServicePath, fullCategoryPath } from './market/pages.ts';
import { freePort, startSite } from './servers/site.ts';

/** DESIGN.md: what Lighthouse on its phone must say of the pages strangers see first, of 100. */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof LEAST;

/**
 * Lighthouse's four scores of home, category and service on its simulated phone over a slow line; of
 * as many runs as there are rounds the median. Its phone is the same on every machine: how much slower
 * than this processor it is follows from the benchmark index that Lighthouse measures, as its own
 * docs/throttling.md ("Calibrating the CPU slowdown") says; four times is for a fast desktop.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web', world: 'souq' });
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const phone = await phoneFor(bench, site.url, port);
    const results: BenchResult[] = [];
    for (const [name, path] of [
      ['home', '/'],
      ['category', await fullCategoryPath(site)],
      ['service', await firstServicePath(site)],
    ] as const) {
      const runs: Record<Category, number>[] = [];
      for (let round = 0; round < bench.rounds; round += 1) {
        runs.push(await scores(bench, site.url + path, { port, phone }));
      }
      for (const category of Object.keys(LEAST) as Category[]) {
        const value = median(runs.map((scored) => scored[category]));
        results.push({
          name: `lighthouse-${name}-${category}`,
          value,
          unit: `of 100, phone ${phone} times slower than this machine`,
          held: value >= LEAST[category],
          world: 'souq',
          concurrency: 1,
        });
      }
    }
    return results;
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** How many times slower than this machine a mid-tier phone is, by the middle of each class of machines. */
async function phoneFor(bench: Bench, url: string, port: number): Promise<number> {
  const outcome = await lighthouse(url, { port, logLevel: 'error', onlyCategories: ['seo'] });
  const index = outcome?.lhr.environment.benchmarkIndex ?? 0;
  const times = index >= 1_500 ? 4 : index >= 800 ? 2 : 1;
  bench.say(`  benchmark index ${Math.round(index)}: the phone is ${times} times slower`);
  return times;
}

async function scores(
  bench: Bench,
  url: string,
  { port, phone }: { port: number; phone: number },
): Promise<Record<Category, number>> {
  const outcome = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: Object.keys(LEAST),
    throttling: { ...constants.throttling.mobileSlow4G, cpuSlowdownMultiplier: phone },
  });
  if (!outcome) throw new Error(`Lighthouse says nothing of ${url}`);
  const { categories, audits } = outcome.lhr;
  const scored = {} as Record<Category, number>;
  for (const category of Object.keys(LEAST) as Category[]) {
    const found = categories[category];
    scored[category] = Math.round((found?.score ?? 0) * 100);
    if (scored[category] >= LEAST[category]) continue;
    const short = (found?.auditRefs ?? []).filter(({ id, weight }) => {
      const score = audits[id]?.score;
      return weight > 0 && score !== null && score !== undefined && score < 0.9;
    });
    bench.say(`  ${url} ${category}: ${short.map(({ id }) => id).join(', ')}`);
  }
  return scored;
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
