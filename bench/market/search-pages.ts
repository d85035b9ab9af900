import { alternate, type Bench, type BenchResult, compared } from '../measure/bench.ts';
import type { LoadRequest } from '../load/load-client.ts';
import { load } from '../load/load.ts';
import { categoryPaths } from './pages.ts';
import { startSite } from '../servers/site.ts';

/** What people ask: one word, several, misspelled, in another script, ordered otherwise. */
const QUESTIONS = [
  'شعار',
  'تصميم شعار مطعم',
  'ترجمة عقود',
  'مونتاج ريلز',
  'متجر سلة',
  'سيرة ذاتية',
  'ووردبيرس',
  'tasmim',
  'دراسة جدوى',
  'تعليق صوتي&sort=newest',
];
const BEGINNINGS = ['تص', 'ترجم'];
const PRICES = [10, 12, 15, 18, 20, 22, 25];
const DAYS = [2, 3, 4, 5, 7, 10, 14, 21, 30];

/**
 * So many different searches that none is asked again while its answer is kept for strangers: each of
 * the questions under every price and every number of days, and beginnings of words between.
 */
export function differentSearches(): LoadRequest[] {
  const searches = PRICES.flatMap((price) =>
    DAYS.flatMap((days) =>
      QUESTIONS.map((question) => `/search?q=${question}&price=${price}&days=${days}`),
    ),
  );
  const suggestions = BEGINNINGS.map((beginning) => `/search/suggestions?q=${beginning}`);
  return searches.flatMap((path, index) => {
    const beside = index % 5 === 0 ? [suggestions[(index / 5) % suggestions.length] ?? ''] : [];
    return [path, ...beside].map((one) => ({
      method: 'GET' as const,
      path: `${encodeURI(one)}&v={{n}}`,
    }));
  });
}

/** Category pages of which each is another, as each search is. */
export function underEveryFilter(paths: readonly string[]): LoadRequest[] {
  return PRICES.flatMap((price) =>
    DAYS.flatMap((days) =>
      paths.map((path) => ({
        method: 'GET' as const,
        path: `${path}?price=${price}&days=${days}&v={{n}}`,
      })),
    ),
  );
}

/** The mix of questions through HTTP, each answer made anew, against category pages made anew. */
export async function measureSearchPages(bench: Bench): Promise<BenchResult> {
  const site = await startSite(bench, { role: 'web' });
  try {
    const requests = differentSearches();
    const pages = underEveryFilter(await categoryPaths(site));
    const median = await alternate(bench, {
      limit: () => load(bench, { port: site.port, requests: pages, expect: '200' }),
      ours: () => load(bench, { port: site.port, requests, expect: '200' }),
    });
    const what = {
      name: 'search-pages',
      unit: 'pages/s',
      limitName: 'category pages made anew,',
      atLeast: 0.4,
    };
    return compared({ ...what, world: site.world, concurrency: bench.concurrency }, median);
  } finally {
    await site.stop();
  }
}
