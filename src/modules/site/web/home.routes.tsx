import { config } from '#config';
import { categories, favouritesAmong, listCards, popularLeaves } from '#catalogue';
import { listHouse } from '#collections';
import type { Ctx } from '#platform/context';
import { get, page, sharedPage } from '#platform/http';
import { localePath } from '#platform/i18n';
import { popularQuestions } from '#search';
import { siteWords } from '../locales/index.ts';
import { marketFigures } from '../market-figures.report.ts';
import { HomePage, type HomeView } from './home.page.tsx';
import { writeRules } from './write-rules.ts';

const SHELF = 8;
const POPULAR = 5;

export const homeRoutes = [
  get('/', { access: 'public' }, (request) =>
    sharedPage(request, 'home', () => showHome(request.ctx)),
  ),
];

async function showHome(ctx: Ctx) {
  const view = await homeView(ctx);
  const price = view.rules.priceFrom;
  const head = {
    title: '',
    description: siteWords(ctx.reader).home.description(plain(price)),
    canonicalPath: '/',
    jsonLd: homeJsonLd(ctx),
    feed: { title: siteWords(ctx.reader).home.feed, path: '/services.rss' },
  };
  return page(head, <HomePage view={view} />, { cacheSeconds: 5 });
}

async function homeView(ctx: Ctx): Promise<HomeView> {
  const [tree, trusted, latest, popular, figures, rules, questions, collections] =
    await Promise.all([
      categories(ctx),
      listCards(ctx, { sort: 'sales', limit: SHELF }),
      listCards(ctx, { sort: 'newest', limit: SHELF * 2 }),
      popularLeaves(ctx, POPULAR),
      marketFigures(ctx),
      writeRules(ctx),
      popularQuestions(ctx, POPULAR),
      listHouse(ctx, { limit: 4 }),
    ]);
  const shown = new Set(trusted.map((card) => card.serviceId));
  const newest = latest.filter((card) => !shown.has(card.serviceId)).slice(0, SHELF / 2);
  const favourites = await favouritesAmong(
    ctx,
    [...trusted, ...newest].map(({ number }) => number),
  );
  return { tree, trusted, newest, popular, figures, rules, questions, collections, favourites };
}

/** Text for attributes: without the direction marks that pages put around amounts. */
function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}

function homeJsonLd(ctx: Ctx) {
  const { locale } = ctx.reader;
  const url = ctx.site.publicUrl;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Organization',
        '@id': `${url}/#organization`,
        name: config.brand.name[locale],
        slogan: config.brand.motto[locale],
        url,
        logo: `${url}/icon-512.png`,
        email: config.brand.supportEmail,
      },
      {
        '@type': 'WebSite',
        '@id': `${url}/#website`,
        name: config.brand.name[locale],
        url: url + localePath(locale, '/'),
        inLanguage: locale,
        publisher: { '@id': `${url}/#organization` },
        potentialAction: {
          '@type': 'SearchAction',
          target: {
            '@type': 'EntryPoint',
            urlTemplate: `${url}${localePath(locale, '/search')}?q={search_term_string}`,
          },
          'query-input': 'required name=search_term_string',
        },
      },
    ],
  };
}
