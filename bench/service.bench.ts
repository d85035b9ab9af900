import { type Bench, type BenchResult } from './bench.ts';
import { comparePages, firstServicePath } from './pages.ts';
import { startSite } from './site.ts';

/** A service's page for strangers, made anew for every request, against a bare Fastify with as many bytes. */
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
    ];
  } finally {
    await site.stop();
  }
}
