import type { ComponentChildren } from 'preact';
import {
  Banner,
  Breadcrumbs,
  Chip,
  ChipRow,
  type Crumb,
  PageHead,
  Pagination,
  useReader,
  WithAside,
  Wrap,
} from '#ui';
import type { CategoryTree } from '../categories/categories.ts';
import type { ServiceCardData } from '../listing/card.ts';
import { catalogueWords } from '../locales/index.ts';
import { ListingFilterPanel, type ListingFiltersProps, SortLinks } from './listing-filters.tsx';
import { ServiceGrid } from './service-grid.tsx';

export interface ListingViewProps {
  title: ComponentChildren;
  lead: ComponentChildren;
  crumbs: readonly Crumb[];
  /** Categories beside or below this one. */
  near: readonly { key: string; label: string; href: string; current?: boolean }[];
  sorts: Parameters<typeof SortLinks>[0]['sorts'];
  filters: ListingFiltersProps;
  cards: readonly ServiceCardData[];
  /** Numbers of those that the reader keeps. */
  favourites?: ReadonlySet<number>;
  tree: CategoryTree;
  pages: { page: number; pageCount: number; hrefFor(page: number): string; cutOff: boolean };
  empty: ComponentChildren;
}

/** A list of services with its filters, orders and pages; categories and search look the same. */
export function ListingView(props: ListingViewProps) {
  const words = catalogueWords(useReader()).listing;
  const { cards, pages } = props;
  return (
    <Wrap>
      <PageHead
        title={props.title}
        lead={props.lead}
        crumbs={<Breadcrumbs items={props.crumbs} />}
      />
      {props.near.length > 0 && (
        <ChipRow label={words.leaves}>
          {props.near.map((entry) => (
            <Chip key={entry.key} href={entry.href} current={entry.current}>
              {entry.label}
            </Chip>
          ))}
        </ChipRow>
      )}
      <div class="listing-body">
        <WithAside asideStart asideFirst aside={<ListingFilterPanel {...props.filters} />}>
          <SortLinks sorts={props.sorts} />
          {cards.length > 0 ? (
            <ServiceGrid
              cards={cards}
              favourites={props.favourites}
              tree={props.tree}
              eager={pages.page === 1 ? 3 : 0}
              level={2}
            />
          ) : (
            props.empty
          )}
          <Pagination page={pages.page} pageCount={pages.pageCount} hrefFor={pages.hrefFor} />
          {pages.cutOff && pages.page === pages.pageCount && <Banner>{words.tooFar}</Banner>}
        </WithAside>
      </div>
    </Wrap>
  );
}
