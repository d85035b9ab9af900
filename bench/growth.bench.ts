import { alternate, type Bench, type BenchResult, compared } from './measure/bench.ts';
import { purchasesOf } from './market/buyers.ts';
import { load } from './load/load.ts';
import type { LoadRequest } from './load/load-client.ts';
import { categoryPaths, servicePaths } from './market/pages.ts';
import { differentSearches, underEveryFilter } from './market/search-pages.ts';
import { type Site, startSite } from './servers/site.ts';

const AT_LEAST = 0.8;
const BUYERS = 300;
/** So many that none is asked again while its answer is kept for strangers. */
const SERVICES = 4_000;

type Workload = { name: string; unit: string; requestsOf(site: Site): Promise<LoadRequest[]> };

const asGets = (paths: readonly string[]): LoadRequest[] =>
  paths.map((path) => ({ method: 'GET', path: `${path}?v={{n}}` }));

const workloads: readonly Workload[] = [
  {
    name: 'growth-browse',
    unit: 'pages/s',
    requestsOf: async (site) => underEveryFilter(await categoryPaths(site)),
  },
  {
    name: 'growth-service',
    unit: 'pages/s',
    requestsOf: async (site) => asGets(await servicePaths(site, SERVICES)),
  },
  {
    name: 'growth-search',
    unit: 'pages/s',
    requestsOf: async () => differentSearches(),
  },
  {
    name: 'growth-purchase',
    unit: 'purchases/s',
    requestsOf: (site) => purchasesOf(site, BUYERS),
  },
];

/**
 * The same work in a market ten times as large: categories' pages, services' pages and questions, each made
 * anew, and purchases, in metropolis against the city, on the same database server, rounds alternating.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const city = await startSite(bench, { role: 'web', world: 'city' });
  try {
    const metropolis = await startSite(bench, { role: 'web', world: 'metropolis' });
    try {
      const results: BenchResult[] = [];
      for (const workload of workloads)
        results.push(await grow(bench, workload, [city, metropolis]));
      return results;
    } finally {
      await metropolis.stop();
    }
  } finally {
    await city.stop();
  }
}

async function grow(
  bench: Bench,
  workload: Workload,
  [city, metropolis]: [Site, Site],
): Promise<BenchResult> {
  const { name, unit, requestsOf } = workload;
  bench.say(`  ${name}`);
  const [small, large] = [await requestsOf(city), await requestsOf(metropolis)];
  const expect = name === 'growth-purchase' ? '303' : '200';
  const median = await alternate(bench, {
    limit: () => load(bench, { port: city.port, requests: small, expect }),
    ours: () => load(bench, { port: metropolis.port, requests: large, expect }),
  });
  const what = { name, unit, atLeast: AT_LEAST, limitName: 'the city' };
  return compared({ ...what, world: 'metropolis', concurrency: bench.concurrency }, median);
}
