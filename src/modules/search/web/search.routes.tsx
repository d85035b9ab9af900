import {
  categories,
  lastPage,
  type ListingChoice,
  listingAddress,
  popularLeaves,
  queryText,
  readListingChoice,
} from '#catalogue';
import { catalogueWords, ListingView } from '#catalogue/ui';
import type { Ctx } from '#platform/context';
import { get, page, type Route } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { Bdi, EmptyState, LinkButton } from '#ui';
import { searchWords } from '../locales/index.ts';
import type { SearchFilters } from '../querying/filters.ts';
import { mostShown, type SearchSort, searchSorts } from '../querying/search-query.ts';
import { searchServices } from '../querying/search-services.ts';
import { countQuestion } from '../suggesting/count-question.ts';
import { popularQuestions } from '../suggesting/popular-questions.ts';
import { AskPage } from './ask-page.tsx';

const [usualSort] = searchSorts;
const CACHE = { cacheSeconds: 5 };

export const searchRoutes: Route[] = [
  get('/search', { access: 'public' }, async ({ ctx, query, ip }) => {
    const text = queryText(query, 'q').slice(0, 120).toWellFormed();
    const words = searchWords(ctx.reader);
    if (text === '') {
      const [tree, popular, questions] = await Promise.all([
        categories(ctx),
        popularLeaves(ctx, 12),
        popularQuestions(ctx, 12),
      ]);
      const head = { title: words.title, description: words.description, canonicalPath: '/search' };
      return page(
        head,
        <AskPage groups={tree.groups} popular={popular} questions={questions} />,
        CACHE,
      );
    }
    const choice = readListingChoice(query, searchSorts);
    if (choice.page > lastPage) throw new NotFound();
    const head = { title: words.titleFor(text), noindex: true };
    const { body, services } = await results(ctx, text, choice);
    countQuestion(ctx, { text, services, visitor: ip });
    return page(head, body, CACHE);
  }),
];

async function results(ctx: Ctx, text: string, choice: ListingChoice<SearchSort>) {
  const { reader } = ctx;
  const words = searchWords(reader);
  const lists = catalogueWords(reader).listing;
  const [tree, found] = await Promise.all([
    categories(ctx),
    searchServices(ctx, { text, filters: filtersOf(choice), sort: choice.sort, page: choice.page }),
  ]);
  const place = { path: '/search', usualSort, extra: { q: text } };
  const clearHref = listingAddress(place, { sort: choice.sort, page: 1 });
  const hidden: Record<string, string> =
    choice.sort === usualSort ? { q: text } : { q: text, sort: choice.sort };
  const body = (
    <ListingView
      title={<Bdi>{words.titleFor(text)}</Bdi>}
      lead={lists.services(found.total)}
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
        pageCount: found.pageCount,
        hrefFor: (number) => listingAddress(place, { ...choice, page: number }),
        cutOff: found.total > mostShown,
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
  return { body, services: found.total };
}

function filtersOf({ priceToMinor, daysTo }: ListingChoice<SearchSort>): SearchFilters {
  return {
    ...(priceToMinor === undefined ? {} : { priceToMinor }),
    ...(daysTo === undefined ? {} : { daysTo }),
  };
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
