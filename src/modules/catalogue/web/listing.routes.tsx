import type { Ctx } from '#platform/context';
import { get, type HttpRequest, movedTo, page, type Route, sharedPage } from '#platform/http';
import { formatNumber, type Reader } from '#platform/i18n';
import { NotFound } from '#platform/refusals';
import { type DocumentHead, EmptyState, LinkButton, sitePaths } from '#ui';
import { categoryPath, feedPath, servicePath } from '../catalogue-paths.ts';
import {
  categories,
  type CategoryGroup,
  type CategoryLeaf,
  type CategoryTree,
} from '../categories/categories.ts';
import { countWithin } from '../fragments/listing-filters.tsx';
import { ListingView } from '../fragments/listing-page.tsx';
import { favouritesAmong } from '../favourites/list-favourites.ts';
import type { ServiceCardData } from '../listing/card.ts';
import { countScopes } from '../listing/count-scopes.ts';
import {
  lastPage,
  type ListingSort,
  listingSorts,
  listPage,
  pageSize,
} from '../listing/list-cards.ts';
import {
  type ListingChoice,
  type ListingPlace,
  listingAddress,
  readListingChoice,
} from '../listing/listing-address.ts';
import { catalogueWords } from '../locales/index.ts';
import { CategoriesPage } from './categories-page.tsx';
import { categoryCard, pictureOf } from './outside/share-cards.ts';
import { listingJsonLd } from './outside/listing-json-ld.ts';

const CACHE = { cacheSeconds: 5 };
const [usualSort] = listingSorts;
type Choice = ListingChoice<ListingSort>;

export const listingRoutes: Route[] = [
  get('/categories', { access: 'public' }, async ({ ctx }) => {
    const words = catalogueWords(ctx.reader);
    const [tree, counts] = await Promise.all([categories(ctx), countScopes(ctx)]);
    const { allCategories, allCategoriesLead } = words.listing;
    const head = {
      title: allCategories,
      description: allCategoriesLead,
      canonicalPath: '/categories',
      feed: { title: words.feed.title(words.listing.allServices), path: feedPath('/services') },
      jsonLd: listingJsonLd(ctx, {
        path: '/categories',
        name: allCategories,
        description: allCategoriesLead,
        crumbs: [{ label: words.home, href: sitePaths.home }, { label: allCategories }],
        pages: tree.groups.map((group) => ({
          name: nameOf(ctx.reader, group),
          path: categoryPath(group.slug),
        })),
      }),
    };
    return page(head, <CategoriesPage tree={tree} counts={counts} />, CACHE);
  }),
  get('/services', { access: 'public' }, (request) =>
    showListing(request, { path: '/services', usualSort }),
  ),
  get('/categories/:slug', { access: 'public', example: 'category' }, async (request) => {
    const { slug = '' } = request.params;
    const found = (await categories(request.ctx)).bySlug(slug);
    if (!found) throw new NotFound();
    const path = categoryPath((found.leaf ?? found.group).slug);
    if (slug !== (found.leaf ?? found.group).slug) return movedTo(path);
    return showListing(request, { path, usualSort, ...found });
  }),
];

interface Place extends ListingPlace {
  group?: CategoryGroup;
  leaf?: CategoryLeaf;
}

async function showListing(request: HttpRequest, place: Place) {
  const choice = readListingChoice(request.query, listingSorts);
  if (choice.page > lastPage) throw new NotFound();
  return sharedPage(request, `list ${listingAddress(place, choice)}`, () =>
    listing(request.ctx, place, choice),
  );
}

async function listing(ctx: Ctx, place: Place, choice: Choice) {
  const words = catalogueWords(ctx.reader);
  const scope = place.leaf ? { leafKey: place.leaf.key } : { groupKey: place.group?.key };
  const [tree, { cards, counts }] = await Promise.all([
    categories(ctx),
    listPage(ctx, { ...scope, ...choice }),
  ]);
  const favourites = await favouritesAmong(
    ctx,
    cards.map(({ number }) => number),
  );
  const { priceToMinor: priceTo, daysTo } = choice;
  const total = countWithin(counts, { priceTo, daysTo });
  if (cards.length === 0 && choice.page > 1) throw new NotFound();
  const name = place.group
    ? nameOf(ctx.reader, place.leaf ?? place.group)
    : words.listing.allServices;
  const pageCount = Math.min(lastPage, Math.ceil(total / pageSize));
  const clearHref = listingAddress(place, { sort: choice.sort, page: 1 });
  const anywhere = countWithin(counts, {});
  const body = (
    <ListingView
      title={name}
      lead={words.listing.lead(words.listing.services(total))}
      crumbs={crumbsOf(ctx.reader, place)}
      near={nearOf(ctx.reader, place, tree)}
      sorts={sortsOf(ctx.reader, place, choice)}
      filters={{
        action: place.path,
        clearHref,
        hidden: choice.sort === usualSort ? {} : { sort: choice.sort },
        filters: choice,
        counts,
      }}
      cards={cards}
      favourites={favourites}
      tree={tree}
      pages={{
        page: choice.page,
        pageCount,
        hrefFor: (number) => listingAddress(place, { ...choice, page: number }),
        cutOff: total > lastPage * pageSize,
      }}
      empty={<Empty reader={ctx.reader} clearHref={anywhere > 0 ? clearHref : undefined} />}
    />
  );
  return page(headOf(ctx, { place, name, choice, anywhere, cards }), body, CACHE);
}

interface Listed {
  place: Place;
  name: string;
  choice: Choice;
  /** How many services stand here, whatever the filters. */
  anywhere: number;
  cards: readonly ServiceCardData[];
}

function headOf(ctx: Ctx, listed: Listed): DocumentHead {
  const { reader } = ctx;
  const { place, name, choice, anywhere, cards } = listed;
  const words = catalogueWords(reader);
  const numbered = choice.page > 1 ? ` (${formatNumber(reader, choice.page)})` : '';
  const description = words.listing.description(name);
  // The same services in another order or part, or none at all, are of no use in a search engine.
  const indexed = listingAddress(place, choice) === place.path && anywhere > 0;
  const pages = cards.map(({ number, title }) => ({
    name: title,
    path: servicePath(number, title),
  }));
  return {
    title: `${name}${numbered}`,
    description,
    canonicalPath: place.path,
    noindex: !indexed,
    ...(place.group ? { picture: categoryPicture(reader, place.group, place.leaf) } : {}),
    feed: { title: words.feed.title(name), path: feedPath(place.path) },
    jsonLd: indexed
      ? listingJsonLd(ctx, {
          path: place.path,
          name,
          description,
          pages,
          crumbs: crumbsOf(reader, place),
        })
      : undefined,
  };
}

function categoryPicture(reader: Reader, group: CategoryGroup, leaf?: CategoryLeaf) {
  return pictureOf('categories', (leaf ?? group).key, categoryCard(reader, { group, leaf }));
}

function Empty({ reader, clearHref }: { reader: Reader; clearHref: string | undefined }) {
  const words = catalogueWords(reader).listing;
  if (clearHref === undefined) {
    return (
      <EmptyState
        title={words.emptyTitle}
        action={<LinkButton href="/my/services/new">{words.emptyAction}</LinkButton>}
      >
        {words.emptyText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={words.noMatchTitle}
      action={<LinkButton href={clearHref}>{words.noMatchAction}</LinkButton>}
    >
      {words.noMatchText}
    </EmptyState>
  );
}

/** A category's name in the reader's language. */
export function nameOf(reader: Reader, category: { nameAr: string; nameEn: string }): string {
  return reader.locale === 'ar' ? category.nameAr : category.nameEn;
}

function crumbsOf(reader: Reader, { group, leaf }: Place) {
  const words = catalogueWords(reader);
  const home = { label: words.home, href: sitePaths.home };
  if (!group) return [home, { label: words.listing.allServices }];
  const groupCrumb = { label: nameOf(reader, group), href: categoryPath(group.slug) };
  if (!leaf) return [home, { label: groupCrumb.label }];
  return [home, groupCrumb, { label: nameOf(reader, leaf) }];
}

function nearOf(reader: Reader, place: Place, tree: CategoryTree) {
  const near: readonly (CategoryGroup | CategoryLeaf)[] = place.group?.leaves ?? tree.groups;
  return near.map((entry) => ({
    key: entry.key,
    label: nameOf(reader, entry),
    href: categoryPath(entry.slug),
    current: entry.key === place.leaf?.key,
  }));
}

function sortsOf(reader: Reader, place: Place, choice: Choice) {
  const words = catalogueWords(reader).listing;
  return listingSorts.map((sort) => ({
    sort,
    label: words.sorts[sort],
    href: listingAddress(place, { ...choice, sort, page: 1 }),
    current: sort === choice.sort,
  }));
}
