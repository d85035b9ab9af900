import { get, type HttpRequest, page, post, type Route, seeOther } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { categories } from '../../categories/categories.ts';
import { addFavourite } from '../../favourites/add-favourite.ts';
import { listFavourites } from '../../favourites/list-favourites.ts';
import { removeFavourite } from '../../favourites/remove-favourite.ts';
import { findPublicService } from '../../listing/find-public-service.ts';
import { lastPage } from '../../listing/list-cards.ts';
import { catalogueWords } from '../../locales/index.ts';
import { FavouritesPage, NewFavouritePage } from './favourites-page.tsx';

const FAVOURITES = '/favourites';
const numberOf = (text: unknown) => (/^\d{1,10}$/.test(String(text)) ? Number(text) : 0);

export const favouritesRoutes: Route[] = [
  get(FAVOURITES, { access: 'member' }, async ({ ctx, query }) => {
    const pageNumber = numberOf(query.page ?? '1');
    if (pageNumber < 1 || pageNumber > lastPage) throw new NotFound();
    const [found, tree] = await Promise.all([listFavourites(ctx, pageNumber), categories(ctx)]);
    const { title } = catalogueWords(ctx.reader).favourites;
    const body = <FavouritesPage {...found} tree={tree} page={pageNumber} />;
    return page({ title, noindex: true }, body);
  }),
  // Where the heart of a stranger leads once they have signed in.
  get('/favourites/new', { access: 'member', example: 'favourite' }, async ({ ctx, query }) => {
    const service = await findPublicService(ctx, numberOf(query.service));
    if (!service) throw new NotFound();
    const { title } = catalogueWords(ctx.reader).favourites;
    const { number } = service;
    return page(
      { title, noindex: true },
      <NewFavouritePage number={number} title={service.title} />,
    );
  }),
  post(FAVOURITES, { access: 'member', refusedTo: back }, async (request) => {
    await addFavourite(request.ctx, { number: numberOf(request.body.service) });
    return seeOther(back(request), { flash: { tone: 'good', code: 'favourite-added' } });
  }),
  post('/favourites/removal', { access: 'member', refusedTo: back }, async (request) => {
    await removeFavourite(request.ctx, { number: numberOf(request.body.service) });
    return seeOther(back(request), { flash: { tone: 'good', code: 'favourite-removed' } });
  }),
];

/** The page the heart was pressed on, if it is one of ours. */
function back({ body }: HttpRequest): string {
  const given = typeof body.back === 'string' ? body.back : '';
  return /^\/(?![/\\])[^\s\\]{0,500}$/.test(given) ? given : FAVOURITES;
}
