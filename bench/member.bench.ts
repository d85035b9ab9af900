import { alternate, type Bench, type BenchResult, compared } from './measure/bench.ts';
import { busyMembers } from './market/buyers.ts';
import { load } from './load/load.ts';
import { fullCategoryPath } from './market/pages.ts';
import { startSite } from './servers/site.ts';

const MEMBERS = 200;

/**
 * The category page of `browse` signed in, as the members with the most orders see it: their session,
 * balance, bell and what waits for them. Against the same page for strangers, made anew as well.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web' });
  try {
    const path = `${await fullCategoryPath(site)}?v={{n}}`;
    const cookies = await busyMembers(site, MEMBERS);
    const asMembers = cookies.map((cookie) => ({ method: 'GET' as const, path, cookie }));
    const median = await alternate(bench, {
      limit: () =>
        load(bench, { port: site.port, requests: [{ method: 'GET', path }], expect: '200' }),
      ours: () => load(bench, { port: site.port, requests: asMembers, expect: '200' }),
    });
    const what = { name: 'member', unit: 'pages/s', atLeast: 0.7, limitName: 'browse fresh' };
    return [
      compared(
        { ...what, world: `${site.world}, ${MEMBERS} members`, concurrency: bench.concurrency },
        median,
      ),
    ];
  } finally {
    await site.stop();
  }
}
