import { type Bench, type BenchResult } from './measure/bench.ts';
import { comparePages, firstServicePath, servicePaths } from './market/pages.ts';
import { startSite } from './servers/site.ts';

const SPREAD = 4_000;

/**
 * A service's page for strangers against a bare Fastify with as many bytes: at addresses nobody asked
 * for before (`service-fresh`), and thousands of services in turns, of which nothing is kept from the
 * last time (`service-spread`, to know it: no aim is set).
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web' });
  try {
    const path = await firstServicePath(site);
    return [
      await comparePages(bench, site, {
        name: 'service-fresh',
        path: `${path}?v={{n}}`,
        atLeast: 0.06,
      }),
      await comparePages(bench, site, {
        name: 'service-spread',
        path: `${path}?v={{n}}`,
        others: (await servicePaths(site, SPREAD)).map((one) => `${one}?v={{n}}`),
      }),
    ];
  } finally {
    await site.stop();
  }
}
