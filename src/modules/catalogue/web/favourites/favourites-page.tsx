import {
  Bdi,
  EmptyState,
  Link,
  LinkButton,
  PageHead,
  Pagination,
  PostButton,
  Section,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import { servicePath } from '../../catalogue-paths.ts';
import type { CategoryTree } from '../../categories/categories.ts';
import type { HiddenFavourite } from '../../favourites/list-favourites.ts';
import { ServiceGrid } from '../../fragments/service-grid.tsx';
import type { ServiceCardData } from '../../listing/card.ts';
import { catalogueWords } from '../../locales/index.ts';

/** What a member kept for later. */
export function FavouritesPage(props: {
  cards: readonly ServiceCardData[];
  hidden: readonly HiddenFavourite[];
  total: number;
  page: number;
  pageCount: number;
  tree: CategoryTree;
}) {
  const { cards, hidden, total, tree } = props;
  const words = catalogueWords(useReader()).favourites;
  return (
    <Wrap>
      <PageHead
        title={words.title}
        lead={words.count(total)}
        actions={
          <LinkButton kind="secondary" href="/my/collections">
            {words.collections}
          </LinkButton>
        }
      />
      {total === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          action={<LinkButton href="/services">{words.browse}</LinkButton>}
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <Stack gap={6}>
          {cards.length > 0 && (
            <ServiceGrid
              cards={cards}
              tree={tree}
              level={2}
              favourites={new Set(cards.map(({ number }) => number))}
            />
          )}
          {hidden.length > 0 && <Hidden hidden={hidden} />}
          {props.pageCount > 1 && (
            <Pagination
              page={props.page}
              pageCount={props.pageCount}
              hrefFor={(page) => `/favourites?page=${page}`}
            />
          )}
        </Stack>
      )}
    </Wrap>
  );
}

function Hidden({ hidden }: { hidden: readonly HiddenFavourite[] }) {
  const words = catalogueWords(useReader()).favourites;
  return (
    <Section title={words.hiddenTitle} tight>
      <p class="mute">{words.hiddenText}</p>
      <ul>
        {hidden.map(({ number, title }) => (
          <li key={number} class="row">
            <Link href={servicePath(number, title)}>
              <Bdi>{title}</Bdi>
            </Link>
            <PostButton
              kind="quiet"
              size="small"
              action="/favourites/removal"
              fields={{ service: String(number) }}
            >
              {words.remove}
            </PostButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Asked once after signing in from a heart: a link alone changes nothing. */
export function NewFavouritePage({ number, title }: { number: number; title: string }) {
  const words = catalogueWords(useReader()).favourites;
  const path = servicePath(number, title);
  return (
    <Wrap narrow>
      <PageHead title={words.addTitle} lead={<Bdi>{title}</Bdi>} />
      <Stack>
        <PostButton
          icon="heart"
          action="/favourites"
          fields={{ service: String(number), back: path }}
        >
          {words.add}
        </PostButton>
        <Link href={path}>{words.backToService}</Link>
      </Stack>
    </Wrap>
  );
}
