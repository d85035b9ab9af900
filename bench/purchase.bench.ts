import { alternate, type Bench, type BenchResult, compared } from './measure/bench.ts';
import { purchasesOf } from './market/buyers.ts';
import { load, prepareTpcb, tpcb } from './load/load.ts';
import { startSite } from './servers/site.ts';

const BUYERS = 500;

/**
 * A whole purchase from balance over HTTP: session, CSRF token, validation, one statement that checks,
 * reserves and opens the order, commit; 500 buyers over 300 services. Against pgbench TPC-B
 * (`-s 50 -c 16 -j 2`, default protocol) in the same database server.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: process.env.BENCH_ROLE === 'all' ? 'all' : 'web' });
  try {
    await prepareTpcb(site.ownerUrl);
    const requests = await purchasesOf(site, BUYERS);
    const median = await alternate(bench, {
      limit: () => tpcb(bench, site.ownerUrl),
      ours: () => load(bench, { port: site.port, requests, expect: '303' }),
    });
    const what = {
      name: 'purchase',
      unit: 'purchases/s',
      atLeast: 0.4,
      limitName: 'pgbench TPC-B',
    };
    return [
      compared(
        { ...what, world: `${site.world}, ${BUYERS} buyers`, concurrency: bench.concurrency },
        median,
      ),
    ];
  } finally {
    await site.stop();
  }
}
