import { listSellerCards, queryText } from '#catalogue';
import { type Ctx, requireMember } from '#platform/context';
import { get, page, type Route } from '#platform/http';
import { explainWords } from '../explaining/explain-words.ts';
import { explainPlace } from '../querying/explain-place.ts';
import { searchWords } from '../locales/index.ts';
import { questionOf } from '../asking/search-choice.ts';
import { publishedFormula } from '../ranking/published-formula.ts';
import { helpPaths, placePath } from '../search-paths.ts';
import { PlacePage } from './place-page.tsx';
import { RankingPage } from './ranking-page.tsx';

export const rankingRoutes: Route[] = [
  get(helpPaths.ranking, { access: 'public' }, async ({ ctx }) => {
    const words = searchWords(ctx.reader).ranking;
    const formula = await publishedFormula(ctx);
    const head = {
      title: words.title,
      description: words.lead,
      canonicalPath: helpPaths.ranking,
    };
    return page(head, <RankingPage formula={formula} />, { cacheSeconds: 60 });
  }),
  get(placePath, { access: 'member' }, async ({ ctx, query }) => {
    const services = await listSellerCards(ctx, requireMember(ctx));
    const text = questionOf(query);
    const asked = queryText(query, 'service');
    const serviceId = asked === '' ? undefined : asked;
    const explained =
      serviceId !== undefined && text !== '' ? await explain(ctx, { serviceId, text }) : undefined;
    const title = searchWords(ctx.reader).place.title;
    return page(
      { title, noindex: true },
      <PlacePage services={services} serviceId={serviceId} text={text} explained={explained} />,
    );
  }),
];

async function explain(ctx: Ctx, asked: { serviceId: string; text: string }) {
  const place = await explainPlace(ctx, { ...asked, filters: {} });
  return { ...place, ...(await explainWords(ctx, asked)) };
}
