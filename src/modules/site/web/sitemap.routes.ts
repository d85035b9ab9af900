import { Readable } from 'node:stream';
import { config } from '#config';
import { categoryPath, sellerPath, servicePath } from '#catalogue';
import { collectionPath, listHouse } from '#collections';
import type { Ctx } from '#platform/context';
import { type Answer, get } from '#platform/http';
import { spendTry } from '#platform/limits';
import { NotFound } from '#platform/refusals';
import { sitePaths } from '#ui';
import { helpTopics } from '../locales/texts.ts';
import {
  listMappedCategories,
  listServiceParts,
  walkSellers,
  walkServices,
} from '../sitemap.report.ts';
import { type MappedPage, sitemapFile, sitemapIndex } from './sitemap-xml.ts';
import { writeRules } from './write-rules.ts';

const FOR_MACHINES = 'for search engines';
const HOUR_SECONDS = 3_600;

/** A file of the map is half a second of work: enough for every engine, and no tap to leave open. */
const FILES = { act: 'sitemap-file', points: 1_000, windowSeconds: HOUR_SECONDS };

/**
 * Pages of one person only, and the answers of searches: without end, dear to make and of no use in
 * another search. Their feeds are for readers, who look for themselves.
 */
const PRIVATE = [
  '/cart',
  '/checkout',
  '/demo',
  '/my/',
  '/notices',
  '/orders',
  '/payments',
  '/purchases',
  '/sales',
  '/sandbox',
  '/search?',
  '/settings',
  '/staff',
  '/wallet',
];

export const sitemapRoutes = [
  get('/robots.txt', { access: 'public', notAPage: FOR_MACHINES }, ({ ctx }) => {
    const rules = PRIVATE.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]);
    const lines = ['User-agent: *', ...rules, '', `Sitemap: ${ctx.site.publicUrl}/sitemap.xml`, ''];
    return shared('text/plain', lines.join('\n'));
  }),
  get('/sitemap.xml', { access: 'public', notAPage: FOR_MACHINES }, async ({ ctx }) => {
    const parts = await listServiceParts(ctx);
    const names = [
      'pages',
      'categories',
      ...['services', 'sellers'].flatMap((kind) => parts.map((part) => `${kind}-${part}`)),
    ];
    return shared(
      'application/xml',
      sitemapIndex(names.map((name) => `${ctx.site.publicUrl}/sitemaps/${name}.xml`)),
    );
  }),
  get('/sitemaps/:part', { access: 'public', notAPage: FOR_MACHINES }, async (request) => {
    const { ctx, params, ip } = request;
    const pages = await pagesOf(ctx, params.part ?? '');
    await spendTry(ctx, FILES, ip);
    return {
      ...shared('application/xml', Readable.from(sitemapFile(ctx.site.publicUrl, pages))),
      cacheSeconds: undefined,
      headers: { 'cache-control': `public, max-age=${HOUR_SECONDS}` },
    };
  }),
];

/** The pages of one file, as they come; refuses NotFound for a file there is not. */
async function pagesOf(ctx: Ctx, file: string): Promise<AsyncIterable<MappedPage[]>> {
  if (file === 'pages.xml') return once(await ownPages(ctx));
  if (file === 'categories.xml') {
    const found = await listMappedCategories(ctx);
    return once(found.map(({ slug, changedAt }) => ({ path: categoryPath(slug), changedAt })));
  }
  const [, kind, digits] = /^(services|sellers)-([1-9]\d{0,5})\.xml$/.exec(file) ?? [];
  const part = Number(digits);
  if (!(await listServiceParts(ctx)).includes(part)) throw new NotFound();
  return kind === 'services' ? services(ctx, part) : sellers(ctx, part);
}

async function* once(pages: MappedPage[]): AsyncGenerator<MappedPage[]> {
  yield pages;
}

async function* services(ctx: Ctx, part: number): AsyncGenerator<MappedPage[]> {
  for await (const some of walkServices(ctx, part)) {
    yield some.map(({ number, title, changedAt }) => ({
      path: servicePath(number, title),
      changedAt,
    }));
  }
}

async function* sellers(ctx: Ctx, part: number): AsyncGenerator<MappedPage[]> {
  for await (const some of walkSellers(ctx, part)) {
    yield some.map(({ handle, changedAt }) => ({ path: sellerPath(handle), changedAt }));
  }
}

/** The house's collections, and the page that leads to them. */
async function collectionPages(ctx: Ctx): Promise<MappedPage[]> {
  const lines = await listHouse(ctx, { limit: 100 });
  if (lines.length === 0) return [];
  return [{ path: '/collections' }, ...lines.map((line) => ({ path: collectionPath(line) }))];
}

async function ownPages(ctx: Ctx): Promise<MappedPage[]> {
  const { protection, terms, privacy, refunds, help, contact, categories, search } = sitePaths;
  const topics = Object.keys(helpTopics('ar', await writeRules(ctx)));
  const paths = [
    '/',
    categories,
    '/services',
    search,
    protection,
    help,
    ...topics.map((topic) => `${help}/${topic}`),
    refunds,
    contact,
  ];
  const { termsVersion, privacyVersion } = config.legal;
  return [
    ...paths.map((path) => ({ path })),
    { path: terms, changedAt: new Date(termsVersion) },
    { path: privacy, changedAt: new Date(privacyVersion) },
    ...(await collectionPages(ctx)),
  ];
}

function shared(type: string, body: string | Readable): Extract<Answer, { kind: 'text' }> {
  return {
    kind: 'text',
    status: 200,
    type: `${type}; charset=utf-8`,
    body,
    cacheSeconds: HOUR_SECONDS,
  };
}
