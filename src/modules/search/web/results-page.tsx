import { type CategoryTree, pageSize } from '#catalogue';
import { type SaidOfCard, ServiceGrid } from '#catalogue/ui';
import { helpPaths } from '../search-paths.ts';
import {
  Banner,
  Bdi,
  Breadcrumbs,
  Chip,
  ChipRow,
  Icon,
  Link,
  PageHead,
  Pagination,
  usePage,
  useReader,
  WithAside,
  Wrap,
} from '#ui';
import { searchWords } from '../locales/index.ts';
import { type SearchChoice, searchAddress } from '../asking/search-choice.ts';
import { mostShown, type SearchResult, searchSorts } from '../querying/search-query.ts';
import { chosenFilters } from './chosen-filters.ts';
import { type Nearest, NothingFound } from './nothing-found.tsx';
import { SaveSearch } from './save-search-box.tsx';
import { SearchFilterPanel } from './search-filters.tsx';
import { shownTotal } from './shown-total.ts';

export interface ResultsView {
  choice: SearchChoice;
  found: SearchResult;
  tree: CategoryTree;
  /** The member's saved search of this very address. */
  savedId: string | undefined;
  /** Numbers of those found that the reader keeps among their favourites. */
  favourites: ReadonlySet<number>;
  /** What is offered when nothing was found. */
  nearest: Nearest | undefined;
}

/** What was found, with filters, orders and pages; parts are exchanged in place where JavaScript runs. */
export function ResultsPage({ view }: { view: ResultsView }) {
  const reader = useReader();
  const words = searchWords(reader);
  const { choice, found, tree, nearest } = view;
  return (
    <div id="results" data-island="live-list">
      <Wrap>
        <PageHead
          title={<Bdi>{words.titleFor(choice.text)}</Bdi>}
          lead={
            <span role="status" data-part="said">
              {shownTotal(reader, found)}
            </span>
          }
          crumbs={
            <Breadcrumbs items={[{ label: words.home, href: '/' }, { label: words.title }]} />
          }
          actions={
            <div data-part="save">
              {/* Where nothing is found the page itself asks whether to be told. */}
              {(nearest === undefined || nearest.unfiltered !== undefined) && (
                <SaveSearch choice={choice} tree={tree} savedId={view.savedId} />
              )}
            </div>
          }
        />
        <div data-part="notes" data-live class="search-notes">
          <Notes view={view} />
          <ChosenChips view={view} />
        </div>
        <div class="listing-body">
          <WithAside
            asideStart
            asideFirst
            aside={<SearchFilterPanel choice={choice} facets={found.facets} tree={tree} />}
          >
            <div data-part="list">
              {found.cards.length > 0 ? (
                <Found view={view} />
              ) : (
                nearest && <NothingFound choice={choice} tree={tree} nearest={nearest} />
              )}
            </div>
          </WithAside>
        </div>
      </Wrap>
    </div>
  );
}

/** A correction, words that were given up, a search that was cut off: never silent. */
function Notes({ view }: { view: ResultsView }) {
  const page = usePage();
  const words = searchWords(useReader());
  const { choice, found, tree } = view;
  const { correction, givenUp } = found;
  return (
    <>
      {correction && found.cards.length > 0 && (
        <p class="corrected">
          {words.correctedTo} «<strong dir="auto">{correction.shown}</strong>» — {words.insteadOf} «
          <a
            dir="auto"
            href={page.href(searchAddress({ ...choice, asWritten: true, page: 1 }, tree))}
          >
            {correction.original}
          </a>
          » {words.insteadEnd}
        </p>
      )}
      {givenUp.length > 0 && (
        <Banner title={words.relaxedTitle}>
          <p>{words.relaxedText(givenUp.map((word) => `«${word}»`).join('، '))}</p>
        </Banner>
      )}
      {found.cutShort && <Banner tone="warn">{words.cutShort}</Banner>}
    </>
  );
}

/** What is chosen, each with a link to the search without it. */
function ChosenChips({ view: { choice, tree } }: { view: ResultsView }) {
  const page = usePage();
  const reader = useReader();
  const words = searchWords(reader);
  const chosen = chosenFilters(reader, choice, tree);
  if (chosen.length === 0) return null;
  return (
    <ChipRow label={words.chosen} scroll={false}>
      {chosen.map(({ key, label, href }) => (
        <a key={key} class="chip" href={page.href(href)} aria-label={words.remove(label)}>
          {label}
          <Icon name="x" />
        </a>
      ))}
      {chosen.length > 1 && (
        <Link href={searchAddress({ ...choice, filters: {}, page: 1 }, tree)}>
          {words.clearAll}
        </Link>
      )}
    </ChipRow>
  );
}

function Found({ view }: { view: ResultsView }) {
  const reader = useReader();
  const words = searchWords(reader);
  const { choice, found, tree } = view;
  const said = new Map<string, SaidOfCard>(
    [...found.shown].map(([id, { titleRanges, newcomer }]) => [
      id,
      { marks: titleRanges, ...(newcomer ? { badge: words.newcomer } : {}) },
    ]),
  );
  return (
    <>
      <div class="sort-row" data-live>
        <ChipRow label={words.sortLabel}>
          {searchSorts.map((sort) => (
            <Chip
              key={sort}
              href={searchAddress({ ...choice, sort, page: 1 }, tree)}
              current={sort === choice.sort}
            >
              {words.sorts[sort]}
            </Chip>
          ))}
        </ChipRow>
      </div>
      <ServiceGrid
        cards={found.cards}
        tree={tree}
        eager={choice.page === 1 ? 3 : 0}
        level={2}
        favourites={view.favourites}
        said={said}
      />
      <Pagination
        page={choice.page}
        pageCount={found.pageCount}
        hrefFor={(page) => searchAddress({ ...choice, page }, tree)}
      />
      {choice.page * pageSize >= mostShown && <Banner>{words.tooFar}</Banner>}
      <p class="ranked-how">
        <Link href={helpPaths.ranking}>{words.howRanked}</Link>
      </p>
    </>
  );
}
