import {
  categories,
  lastPage,
  type ListingChoice,
  listingAddress,
  pageSize,
  popularLeaves,
  queryText,
  readListingChoice,
} from '#catalogue';
import { catalogueWords, countWithin, ListingView } from '#catalogue/ui';
import type { Ctx } from '#platform/context';
import { get, page, type Route } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { Bdi, EmptyState, LinkButton } from '#ui';
import { searchWords } from '../locales/index.ts';
import { searchServices, type SearchSort, searchSorts } from '../search-services.ts';
import { AskPage } from './ask-page.tsx';
import { searchFeedPath } from './search-feed-path.ts';

const [usualSort] = searchSorts;
const CACHE = { cacheSeconds: 5 };

export const searchRoutes: Route[] = [
  get('/search', { access: 'public' }, async ({ ctx, query }) => {
    const text = queryText(query, 'q').slice(0, 120).toWellFormed();
    const words = searchWords(ctx.reader);
    if (text === '') {
      const [tree, popular] = await Promise.all([categories(ctx), popularLeaves(ctx, 12)]);
      const head = { title: words.title, description: words.description, canonicalPath: '/search' };
      return page(head, <AskPage groups={tree.groups} popular={popular} />, CACHE);
    }
    const choice = readListingChoice(query, searchSorts);
    if (choice.page > lastPage) throw new NotFound();
    const title = words.titleFor(text);
    const head = { title, noindex: true, feed: { title, path: searchFeedPath(text) } };
    return page(head, await results(ctx, text, choice), CACHE);
  }),
];

async function results(ctx: Ctx, text: string, choice: ListingChoice<SearchSort>) {
  const { reader } = ctx;
  const words = searchWords(reader);
  const lists = catalogueWords(reader).listing;
  const [tree, found] = await Promise.all([
    categories(ctx),
    searchServices(ctx, { text, filters: choice, sort: choice.sort, page: choice.page }),
  ]);
  const place = { path: '/search', usualSort, extra: { q: text } };
  const { priceToMinor: priceTo, daysTo } = choice;
  const total = countWithin(found.counts, { priceTo, daysTo });
  const clearHref = listingAddress(place, { sort: choice.sort, page: 1 });
  const hidden: Record<string, string> =
    choice.sort === usualSort ? { q: text } : { q: text, sort: choice.sort };
  return (
    <ListingView
      title={<Bdi>{words.titleFor(text)}</Bdi>}
      lead={lists.services(total)}
      crumbs={[{ label: words.home, href: '/' }, { label: words.title }]}
      near={[]}
      sorts={searchSorts.map((sort) => ({
        sort,
        label: sort === 'best' ? words.best : lists.sorts[sort],
        href: listingAddress(place, { ...choice, sort, page: 1 }),
        current: sort === choice.sort,
      }))}
      filters={{ action: '/search', clearHref, hidden, filters: choice, counts: found.counts }}
      cards={found.cards}
      tree={tree}
      pages={{
        page: choice.page,
        pageCount: Math.min(lastPage, Math.ceil(total / pageSize)),
        hrefFor: (number) => listingAddress(place, { ...choice, page: number }),
        cutOff: total > lastPage * pageSize,
      }}
      empty={
        <Nothing
          words={words}
          text={text}
          clearHref={found.counts.length > 0 ? clearHref : undefined}
        />
      }
    />
  );
}

function Nothing(props: {
  words: ReturnType<typeof searchWords>;
  text: string;
  clearHref: string | undefined;
}) {
  const { words, text, clearHref } = props;
  if (clearHref !== undefined) {
    return (
      <EmptyState
        title={words.noMatchTitle}
        action={<LinkButton href={clearHref}>{words.noMatchAction}</LinkButton>}
      >
        {words.noMatchText}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={words.emptyTitle(text)}
      action={<LinkButton href="/categories">{words.emptyAction}</LinkButton>}
    >
      {words.emptyText}
    </EmptyState>
  );
}
