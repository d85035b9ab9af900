import { aPublishedService } from '#catalogue/testing';
import { anExampleWorld } from '#test/examples';
import { unescapeHtml } from '#test/forms';
import { type Visit, visitsOf } from '#test/visits';
import { describe, expect, it } from 'vitest';
import { missingForRichResults, thingsIn, unknownToSchemaOrg } from './schema-org.ts';

// What search engines and networks read of every public page of the route list, in both languages.
const examples = await anExampleWorld();
const { url: origin } = examples.server;
// Enough for a second page of a list.
for (let more = 0; more < 24; more += 1) await aPublishedService(examples.world);
// One service has been rated, all others never.
await examples.world.ctx.pool.query(
  `update catalogue.service_cards set rating_count = 12, rating_hundredths = 487
  where service_id = $1`,
  [examples.services.published],
);
const routes = new Map(
  examples.server.modules
    .flatMap((module) => module.routes ?? [])
    .filter(({ method }) => method === 'GET')
    .map((route) => [route.path, route]),
);

/** The pages that belong into search engines; all others say that they do not. */
const FOUND = [
  '/',
  '/categories',
  '/categories/:slug',
  '/collections',
  '/collections/:numberAndSlug',
  '/contact',
  '/help',
  '/help/:topic',
  '/help/ranking',
  '/how-it-works',
  '/privacy',
  '/refunds',
  '/reset-password',
  '/search',
  '/sellers/:handle',
  '/services',
  '/services/:numberAndSlug',
  '/sign-in',
  '/sign-up',
  '/terms',
];

/** Of these routes, addresses that show nothing of their own. */
const NOT_FOUND = [/^\/search\?q=/, /^\/sellers\/the-other$/, /^\/contact\?/];

interface Looked {
  route: string;
  path: string;
  prefix: '' | '/en';
  as: Visit['as'];
}

const looks: Looked[] = visitsOf(examples)
  .visits.filter(
    ({ as, status, route }) => as === 'stranger' && status === 200 && routes.has(route),
  )
  .flatMap(({ route, path, as }) =>
    (['', '/en'] as const).map((prefix) => ({ route, path, prefix, as })),
  );

const addressOf = (prefix: string, path: string) =>
  prefix === '/en' && path === '/' ? '/en' : prefix + path;
const encoded = (path: string) => encodeURI(decodeURI(path));

async function headOf({ prefix, path, as }: Pick<Looked, 'prefix' | 'path' | 'as'>) {
  const { text, status } = await examples.browser(as).get(addressOf(prefix, encoded(path)));
  expect(status).toBe(200);
  const head = text.slice(0, text.indexOf('</head>'));
  const links = [...head.matchAll(/<link ([^>]+)>/g)].map(([, tag = '']) => attributes(tag));
  const metas = [...head.matchAll(/<meta ([^>]+)>/g)].map(([, tag = '']) => attributes(tag));
  const meta = (name: string) =>
    metas.find((one) => (one.get('property') ?? one.get('name')) === name)?.get('content');
  const scripts = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return {
    canonical: links.filter((one) => one.get('rel') === 'canonical').map((one) => one.get('href')),
    alternates: new Map(
      links
        .filter((one) => one.has('hreflang'))
        .map((one) => [one.get('hreflang') ?? '', one.get('href') ?? '']),
    ),
    feeds: links
      .filter((one) => one.get('type') === 'application/rss+xml')
      .map((one) => one.get('href') ?? ''),
    noindex: meta('robots') === 'noindex',
    meta,
    data: scripts.map(([, json = '']) => JSON.parse(json) as unknown),
  };
}

function attributes(tag: string): Map<string, string> {
  const found = tag.matchAll(/([a-zA-Z][\w:-]*)="([^"]*)"/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
}

describe('every public page', () => {
  it.each(looks)('$prefix $path names its one address or says noindex', async (look) => {
    const head = await headOf(look);
    const expected = FOUND.includes(look.route) && !NOT_FOUND.some((one) => one.test(look.path));
    if (look.route !== '/services/:numberAndSlug') expect(head.noindex).toBe(!expected);
    if (head.noindex) {
      expect([head.canonical, [...head.alternates]]).toEqual([[], []]);
      expect(head.meta('og:url')).toBeUndefined();
      return;
    }
    const { alternates } = head;
    expect([...alternates.keys()].sort()).toEqual(['ar', 'en', 'x-default']);
    expect(head.canonical).toEqual([alternates.get(look.prefix === '' ? 'ar' : 'en')]);
    expect(alternates.get('x-default')).toBe(alternates.get('ar'));
    expect(head.meta('og:url')).toBe(head.canonical[0]);
    for (const address of alternates.values()) {
      expect(address).toMatch(/^[\x21-\x7e]+$/);
      expect(address.startsWith(`${origin}/`)).toBe(true);
      expect((await examples.server.browser().get(address)).status).toBe(200);
    }
  });

  it.each(looks)('$prefix $path can be shared', async (look) => {
    const { meta } = await headOf(look);
    for (const name of ['og:title', 'og:image', 'og:image:alt', 'twitter:image', 'og:site_name']) {
      expect([name, meta(name)]).toEqual([name, expect.stringMatching(/\S/)]);
    }
    expect(meta('og:locale')).toBe(look.prefix === '' ? 'ar_AR' : 'en_US');
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(meta('og:image')?.startsWith(`${origin}${look.prefix}/share/`)).toBe(true);
  });

  it.each(looks)('$prefix $path says what schema.org knows', async (look) => {
    const { data } = await headOf(look);
    expect(data.flatMap(unknownToSchemaOrg)).toEqual([]);
    expect(data.flatMap(missingForRichResults)).toEqual([]);
  });
});

describe('addresses that show nothing of their own', () => {
  it.each(['?sort=newest', '?price=10', '?days=3', '?page=2', '?sort=newest&page=2'])(
    'a list at %s is for nobody to index',
    async (query) => {
      const head = await headOf({
        prefix: '',
        path: `/categories/${examples.leafSlug}${query}`,
        as: 'stranger',
      });
      expect([head.noindex, head.canonical]).toEqual([true, []]);
    },
  );

  it('a category without a service is not indexed, one with services is', async () => {
    const at = (slug: string) =>
      headOf({ prefix: '', path: `/categories/${slug}`, as: 'stranger' });
    expect((await at('ترجمة-فرنسية')).noindex).toBe(true);
    expect((await at(examples.leafSlug)).noindex).toBe(false);
  });

  it.each([
    ['the number alone', (path: string) => path.replace(/-.*$/, '')],
    ['an old title', (path: string) => path.replace(/-.*$/, '-عنوان-قديم')],
    ['a cut title', (path: string) => path.slice(0, -3)],
  ])('a service by %s leads to its address for good', async (_, change) => {
    const { path } = examples.services;
    for (const prefix of ['', '/en']) {
      const { status, location } = await examples.server
        .browser()
        .get(prefix + encodeURI(change(path)));
      expect([status, location]).toEqual([301, prefix + encodeURI(path)]);
    }
  });

  it.each([
    ['/categories/logo-design', () => `/categories/${examples.leafSlug}`],
    ['/sellers/The-Seller', () => '/sellers/the-seller'],
  ])('%s leads to its address for good', async (path, expected) => {
    const { status, location } = await examples.server.browser().get(path);
    expect([status, location]).toEqual([301, encodeURI(expected())]);
  });
});

describe('structured data', () => {
  const typesAt = async (path: string) => {
    const { data } = await headOf({ prefix: '', path, as: 'stranger' });
    return thingsIn(data).map((thing) => thing['@type']);
  };

  it.each([
    ['/', ['Organization', 'WebSite', 'SearchAction']],
    ['/categories', ['ItemList', 'BreadcrumbList']],
    ['/sellers/the-seller', ['ProfilePage', 'Person', 'ItemList']],
  ])('%s tells of %j', async (path, types) => {
    expect(await typesAt(path)).toEqual(expect.arrayContaining(types));
  });

  it('a category lists its services, a service its price and who sells it', async () => {
    const listed = await typesAt(`/categories/${examples.leafSlug}`);
    expect(listed).toEqual(
      expect.arrayContaining(['CollectionPage', 'ItemList', 'BreadcrumbList']),
    );
    const { data } = await headOf({ prefix: '', path: examples.services.path, as: 'stranger' });
    const [product] = thingsIn(data);
    expect(product).toMatchObject({
      '@type': 'Product',
      name: examples.services.sellable.title,
      offers: {
        price: '15.00',
        priceCurrency: 'USD',
        availability: 'https://schema.org/InStock',
        seller: { '@type': 'Person' },
      },
      aggregateRating: { ratingValue: 4.87, ratingCount: 12 },
    });
  });

  it('a service without ratings says nothing of them', async () => {
    const { rows } = await examples.world.ctx.pool.query<{ number: number }>(
      'select number from catalogue.service_cards where rating_count = 0 limit 1',
    );
    const { location = '' } = await examples.server.browser().get(`/services/${rows[0]?.number}`);
    const types = await typesAt(decodeURI(location));
    expect(types).toContain('Product');
    expect(types).not.toContain('AggregateRating');
  });

  it('the check itself sees what is wrong', () => {
    const bad = (thing: object) =>
      unknownToSchemaOrg({ '@context': 'https://schema.org', ...thing });
    expect(bad({ '@type': 'Prodct' })).toEqual([': schema.org has no type Prodct']);
    expect(bad({ '@type': 'Product', colour: 'red' })).toHaveLength(1);
    expect(bad({ '@type': 'Product', brand: { '@type': 'Person', name: 'x' } })).toHaveLength(1);
    expect(bad({ '@type': 'Offer', availability: 'plenty' })).toHaveLength(1);
    expect(bad({ '@type': 'ListItem', position: true })).toHaveLength(1);
    expect(bad({ '@type': 'Product', name: 'x', offers: { '@type': 'Offer', price: 5 } })).toEqual(
      [],
    );
    expect(missingForRichResults({ '@type': 'Product', name: 'x' })).toHaveLength(3);
  });
});

describe('feeds', () => {
  it.each(looks)('$prefix $path names no feed that is not there', async (look) => {
    const { feeds } = await headOf(look);
    for (const feed of feeds) {
      const { status, headers } = await examples.server.browser().get(feed);
      expect([status, headers.get('content-type')]).toEqual([
        200,
        'application/rss+xml; charset=utf-8',
      ]);
    }
  });
});
