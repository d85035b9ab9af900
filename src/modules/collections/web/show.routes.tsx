import { categories, favouritesAmong, servicePath } from '#catalogue';
import { get, movedTo, page, type Route } from '#platform/http';
import { graphOf, itemList } from '#platform/json-ld';
import { getVisible } from '../collection-policy.ts';
import { collectionPath } from '../collection-paths.ts';
import { listHouse } from '../collection-store.ts';
import { collectionsWords } from '../locales/index.ts';
import { showCollection } from '../show-collection.ts';
import { CollectionPage, HousePage } from './show-pages.tsx';

export const showRoutes: Route[] = [
  get('/collections', { access: 'public' }, async ({ ctx }) => {
    const words = collectionsWords(ctx.reader).house;
    const lines = await listHouse(ctx, { limit: 100 });
    const head = {
      title: words.title,
      description: words.lead,
      canonicalPath: '/collections',
      noindex: lines.length === 0,
    };
    return page(head, <HousePage lines={lines} />, { cacheSeconds: 5 });
  }),
  get(
    '/collections/:numberAndSlug',
    { access: 'public', example: 'collection' },
    async ({ ctx, params }) => {
      const number = Number(/^(\d{1,10})(?:-|$)/.exec(params.numberAndSlug ?? '')?.[1]);
      const collection = await getVisible(ctx, number);
      const path = collectionPath(collection);
      if (`/collections/${params.numberAndSlug}` !== path) return movedTo(path);
      const [shown, tree] = await Promise.all([showCollection(ctx, collection), categories(ctx)]);
      const favourites = await favouritesAmong(
        ctx,
        shown.items.map(({ card }) => card.number),
      );
      const own = ctx.actor.kind === 'member' && ctx.actor.memberId === collection.ownerId;
      const arabic = ctx.reader.locale === 'ar';
      const title = arabic ? collection.titleAr : collection.titleEn;
      const pages = shown.items.map(({ card }) => ({
        name: card.title,
        path: servicePath(card.number, card.title),
      }));
      const head = {
        title,
        description: arabic ? collection.noteAr : collection.noteEn,
        canonicalPath: path,
        // Members' lists are for whom they are sent to.
        noindex: collection.kind === 'member',
        ...(pages.length > 0 ? { jsonLd: graphOf(itemList(ctx, { name: title, pages })) } : {}),
      };
      return page(head, <CollectionPage {...{ shown, tree, own, favourites }} />);
    },
  ),
];
