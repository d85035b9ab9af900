import { alternate, type Bench, type BenchResult, compared } from '../measure/bench.ts';
import { load } from '../load/load.ts';
import { fullCategoryPath } from './pages.ts';
import { startSite } from '../servers/site.ts';

/** What people ask: one word, several, misspelled, filtered, a page further, a beginning. */
const ADDRESSES = [
  '/search?q=شعار',
  '/search?q=تصميم شعار مطعم',
  '/search?q=ترجمة عقود&price=20',
  '/search?q=مونتاج ريلز&days=3',
  '/search?q=متجر سلة&price=15&days=7',
  '/search?q=سيرة ذاتية',
  '/search?q=ووردبيرس',
  '/search?q=tasmim',
  '/search?q=دراسة جدوى&page=2',
  '/search?q=تعليق صوتي&sort=newest',
  '/search/suggestions?q=تص',
  '/search/suggestions?q=ترجم',
];

/** The mix of questions through HTTP, each answer made anew, against a category page made anew. */
export async function measureSearchPages(bench: Bench): Promise<BenchResult> {
  const site = await startSite(bench, { role: 'web' });
  try {
    const path = await fullCategoryPath(site);
    const requests = ADDRESSES.map((address) => ({
      method: 'GET' as const,
      path: `${encodeURI(address)}&v={{n}}`,
    }));
    const median = await alternate(bench, {
      limit: () =>
        load(bench, {
          port: site.port,
          requests: [{ method: 'GET', path: `${path}?v={{n}}` }],
          expect: '200',
        }),
      ours: () => load(bench, { port: site.port, requests, expect: '200' }),
    });
    const what = {
      name: 'search-pages',
      unit: 'pages/s',
      limitName: 'browse fresh,',
      atLeast: 0.4,
    };
    return compared({ ...what, world: site.world, concurrency: bench.concurrency }, median);
  } finally {
    await site.stop();
  }
}
