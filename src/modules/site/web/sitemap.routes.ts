import { categories, categoryPath, sellerPath, servicePath } from '#catalogue';
import type { Ctx } from '#platform/context';
import { type Answer, get } from '#platform/http';
import { LOCALES, localePath } from '#platform/i18n';
import { NotFound } from '#platform/refusals';
import { helpTopics } from '../locales/texts.ts';
import { countServiceParts, listMappedSellers, listMappedServices } from '../sitemap.report.ts';
import { writeRules } from './write-rules.ts';
import { sitePaths } from '#ui';

const FOR_MACHINES = 'for search engines';
const HOUR_SECONDS = 3_600;

/** Pages that are of no use to a search engine, or of one person only. */
const PRIVATE = [
  '/checkout',
  '/demo',
  '/my/',
  '/notices',
  '/orders',
  '/payments',
  '/purchases',
  '/sales',
  '/sandbox',
  '/search',
  '/settings',
  '/staff',
  '/wallet',
];

export const sitemapRoutes = [
  get('/robots.txt', { access: 'public', notAPage: FOR_MACHINES }, ({ ctx }) => {
    const rules = PRIVATE.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]);
    const lines = ['User-agent: *', ...rules, '', `Sitemap: ${ctx.site.publicUrl}/sitemap.xml`, ''];
    return text('text/plain', lines.join('\n'));
  }),
  get('/sitemap.xml', { access: 'public', notAPage: FOR_MACHINES }, async ({ ctx }) => {
    const parts = await countServiceParts(ctx);
    const names = [
      'pages',
      'categories',
      'sellers',
      ...Array.from({ length: parts }, (_, index) => `services-${index + 1}`),
    ];
    const entries = names.map(
      (name) => `<sitemap><loc>${ctx.site.publicUrl}/sitemaps/${name}.xml</loc></sitemap>`,
    );
    return xml(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('\n')}</sitemapindex>`,
    );
  }),
  get('/sitemaps/:part', { access: 'public', notAPage: FOR_MACHINES }, async ({ ctx, params }) => {
    const paths = await pathsOf(ctx, params.part ?? '');
    const urls = paths.map((path) => urlEntry(ctx.site.publicUrl, path));
    return xml(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${urls.join('\n')}</urlset>`,
    );
  }),
];

/** The paths of one part; refuses NotFound for a part there is not. */
async function pathsOf(ctx: Ctx, file: string): Promise<string[]> {
  if (file === 'pages.xml') return ownPages(ctx);
  if (file === 'categories.xml') {
    const { groups } = await categories(ctx);
    return groups.flatMap(({ slug, leaves }) =>
      [slug, ...leaves.map((leaf) => leaf.slug)].map(categoryPath),
    );
  }
  if (file === 'sellers.xml') return (await listMappedSellers(ctx)).map(sellerPath);
  const part = Number(/^services-([1-9]\d{0,5})\.xml$/.exec(file)?.[1] ?? 0);
  if (part < 1 || part > (await countServiceParts(ctx))) throw new NotFound();
  const services = await listMappedServices(ctx, part);
  return services.map(({ number, title }) => servicePath(number, title));
}

async function ownPages(ctx: Ctx): Promise<string[]> {
  const { protection, terms, privacy, refunds, help, contact, categories: all } = sitePaths;
  const topics = Object.keys(helpTopics('ar', await writeRules(ctx)));
  return [
    '/',
    all,
    protection,
    help,
    ...topics.map((topic) => `${help}/${topic}`),
    refunds,
    terms,
    privacy,
    contact,
  ];
}

/** One page in its first language, with its other languages beside it. */
function urlEntry(origin: string, path: string): string {
  const address = (locale: (typeof LOCALES)[number]) =>
    escapeXml(origin + encodeURI(localePath(locale, path)));
  const others = LOCALES.map(
    (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`,
  );
  return LOCALES.map((locale) => `<url><loc>${address(locale)}</loc>${others.join('')}</url>`).join(
    '\n',
  );
}

function escapeXml(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

function xml(body: string): Answer {
  return text('application/xml', `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`);
}

function text(type: string, body: string): Answer {
  return {
    kind: 'text',
    status: 200,
    type: `${type}; charset=utf-8`,
    body,
    headers: { 'cache-control': `public, max-age=${HOUR_SECONDS}` },
  };
}
