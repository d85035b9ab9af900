import { gunzipSync } from 'node:zlib';
import { get } from 'node:http';
import { aMember, aPublishedService } from '#catalogue/testing';
import { loadSharp } from '#platform/pictures';
import { anExampleWorld } from '#test/examples';
import { aChromium } from '#test/chromium';
import { describe, expect, it } from 'vitest';

// What machines fetch: maps, feeds and pictures of shared links, read by a real XML parser and decoder.
const examples = await anExampleWorld();
const { world, server, services } = examples;
const chromium = await aChromium();
const parser = await chromium.newPage();
const hostileTitle = 'تصميم <script>&amp;]]> شعار';
const sellerId = await aMember(world, 'بائع <b>&</b> "مقتبس"');
const { serviceId } = await aPublishedService(world, { sellerId });
// The editor refuses such a title; what is written here is what a hole in it would let through.
for (const [table, key] of [
  ['services', 'id'],
  ['service_cards', 'service_id'],
]) {
  await world.ctx.pool.query(`update catalogue.${table} set title = $1 where ${key} = $2`, [
    hostileTitle,
    serviceId,
  ]);
}
await server.drain();

const visit = (path: string) => server.browser().get(encodeURI(decodeURI(path)));

/** The names of elements with their texts, or what the parser says is wrong. */
async function parse(xml: string): Promise<[name: string, text: string][]> {
  return parser.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return [...parsed.querySelectorAll('*')].map((one) => [
      one.nodeName,
      one.children.length === 0 ? (one.textContent ?? '') : '',
    ]);
  }, xml);
}

const textsOf = (found: [string, string][], name: string) =>
  found.filter(([one]) => one === name).map(([, text]) => text);

describe('the map of the site', () => {
  it('leads to every published service and seller in both languages, once', async () => {
    const index = textsOf(await parse((await visit('/sitemap.xml')).text), 'loc');
    expect(index.every((address) => address.startsWith(`${server.url}/sitemaps/`))).toBe(true);
    const all: string[] = [];
    for (const address of index) {
      const { text, status } = await visit(address);
      expect(status).toBe(200);
      const found = await parse(text);
      expect(textsOf(found, 'parsererror')).toEqual([]);
      all.push(...textsOf(found, 'loc'));
    }
    expect(new Set(all).size).toBe(all.length);
    const { rows } = await world.ctx.pool.query(
      "select 1 from catalogue.services where state = 'published' and queue_limit is distinct from 0",
    );
    const ofServices = all.filter((address) => /\/services\/\d/.test(address));
    expect(ofServices).toHaveLength(rows.length * 2);
    expect(all).toContain(`${server.url}/sellers/the-seller`);
    expect(all).toContain(server.url + encodeURI(services.path));
    expect(all).toContain(`${server.url}/en${encodeURI(services.path)}`);
    for (const address of ofServices) expect((await visit(address)).status).toBe(200);
  });

  it('knows when a service changed, and where it stands in each language', async () => {
    const { text } = await visit('/sitemaps/services-1.xml');
    expect(text).toContain('<lastmod>2026-11-2');
    for (const name of ['ar', 'en', 'x-default']) expect(text).toContain(`hreflang="${name}"`);
  });

  it.each(['services-2.xml', 'sellers-2.xml', 'services-0.xml', 'services-1', 'x.xml'])(
    'has no %s',
    async (file) => {
      expect((await visit(`/sitemaps/${file}`)).status).toBe(404);
    },
  );

  it('comes packed to whoever takes gzip', async () => {
    const packed = await fetchPacked('/sitemaps/services-1.xml');
    expect(packed.encoding).toBe('gzip');
    expect(gunzipSync(packed.body).toString()).toBe((await visit('/sitemaps/services-1.xml')).text);
  });
});

describe('feeds', () => {
  const slug = encodeURI(examples.leafSlug);
  const FEEDS = [
    '/services.rss',
    `/categories/${slug}/feed.rss`,
    `/categories/${encodeURI(examples.groupSlug)}/feed.rss`,
    '/sellers/the-seller/feed.rss',
    `/search.rss?q=${encodeURIComponent('شعار')}`,
  ];

  it.each(FEEDS.flatMap((path) => [path, `/en${path}`]))(
    '%s is whole XML with what is new',
    async (path) => {
      const { text, headers } = await visit(path);
      const found = await parse(text);
      expect(textsOf(found, 'parsererror')).toEqual([]);
      expect(textsOf(found, 'guid').length).toBeGreaterThan(0);
      expect(textsOf(found, 'pubDate').every((at) => !Number.isNaN(Date.parse(at)))).toBe(true);
      const self = /<atom:link rel="self"[^>]*href="([^"]+)"/.exec(text)?.[1];
      expect(self).toBe(server.url + path);
      expect(headers.get('cache-control')).toBe('public, max-age=900');
      const again = await server
        .browser()
        .get(path, { 'if-none-match': headers.get('etag') ?? '' });
      expect([again.status, again.text]).toEqual([304, '']);
    },
  );

  it('hold whatever people write as text', async () => {
    const { text } = await visit(`/categories/${slug}/feed.rss`);
    const titles = textsOf(await parse(text), 'title');
    expect(titles).toContain(hostileTitle);
    expect(textsOf(await parse(text), 'dc:creator')).toContain('بائع <b>&</b> "مقتبس"');
  });

  it.each(['<x>', ']]>', '"&\'', '\u202e', '%00', 'a'.repeat(3_000), '('.repeat(200)])(
    'a query of %j is safe',
    async (query) => {
      const { status, text } = await server
        .browser()
        .get(`/search.rss?q=${encodeURIComponent(query)}`);
      if (status === 404) return;
      expect(status).toBe(200);
      expect(textsOf(await parse(text), 'parsererror')).toEqual([]);
    },
  );

  it.each(['/search.rss', '/search.rss?q=', '/categories/none/feed.rss', '/sellers/none/feed.rss'])(
    '%s is not there',
    async (path) => {
      expect((await visit(path)).status).toBe(404);
    },
  );

  it('of an old address leads to the one address for good', async () => {
    const { status, location } = await visit('/categories/logo-design/feed.rss');
    expect([status, location]).toEqual([301, `/categories/${slug}/feed.rss`]);
  });
});

describe('pictures of shared links', () => {
  const pictureOn = async (path: string) =>
    /property="og:image" content="([^"]+)"/.exec((await visit(path)).text)?.[1] ?? '';

  it.each([
    '/',
    '/en',
    services.path,
    `/en${services.path}`,
    `/categories/${examples.leafSlug}`,
    '/sellers/the-seller',
    '/terms',
  ])('the one of %s is 1200 × 630', async (path) => {
    const answer = await fetch(await pictureOn(path));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { width, height } = await (await loadSharp())(bytes).metadata();
    expect([width, height]).toEqual([1_200, 630]);
    expect(bytes.byteLength).toBeLessThan(300_000);
  });

  it('is kept for good under an address that changes with the content', async () => {
    const before = await pictureOn(services.path);
    const headers = (await fetch(before)).headers;
    expect(headers.get('cache-control')).toContain('max-age=31536000');
    const other = (await fetch(before.replace(/v=.*/, 'v=old'))).headers;
    expect(other.get('cache-control')).toContain('max-age=3600');
    await world.ctx.pool.query(
      'update catalogue.service_cards set rating_count = 3, rating_hundredths = 470 where service_id = $1',
      [services.published],
    );
    await new Promise((resolve) => setTimeout(resolve, 5_100));
    expect(await pictureOn(services.path)).not.toBe(before);
  });

  it.each([
    'services/999999.jpg',
    'services/1.png',
    'services/x.jpg',
    'services/99999999999.jpg',
    'categories/none.jpg',
    'sellers/none.jpg',
    'sellers/__proto__.jpg',
  ])('nothing is drawn of %s', async (path) => {
    expect((await visit(`/share/${path}`)).status).toBe(404);
  });
});

function fetchPacked(path: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((done, fail) => {
    get(server.url + path, { headers: { 'accept-encoding': 'gzip, br' } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ encoding: answer.headers['content-encoding'], body: Buffer.concat(parts) }),
      );
    }).on('error', fail);
  });
}
