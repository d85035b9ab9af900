import { type Bench, type BenchResult } from './measure/bench.ts';
import { comparePages, fullCategoryPath } from './market/pages.ts';
import { startSite } from './servers/site.ts';

/**
 * A category page of 24 services with its filters and counts, for strangers: made anew for every
 * request (an address nobody asked for before), and out of the shared cache. Against a bare Fastify
 * that answers as many bytes.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web' });
  try {
    const path = await fullCategoryPath(site);
    return [
      await comparePages(bench, site, {
        name: 'browse-fresh',
        path: `${path}?v={{n}}`,
        atLeast: 0.06,
      }),
      await comparePages(bench, site, { name: 'browse-cached', path, atLeast: 0.5 }),
    ];
  } finally {
    await site.stop();
  }
}
