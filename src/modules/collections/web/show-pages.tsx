import { buyPath, type CategoryTree, servicePath } from '#catalogue';
import { ServiceGrid } from '#catalogue/ui';
import {
  Banner,
  Bdi,
  Breadcrumbs,
  EmptyState,
  Link,
  LinkButton,
  Money,
  PageHead,
  Panel,
  Row,
  Section,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import type { CollectionLine } from '../collection-store.ts';
import { editPath } from '../collection-paths.ts';
import { CollectionLinks } from '../fragments/collection-links.tsx';
import { collectionsWords } from '../locales/index.ts';
import type { ShownCollection, ShownItem, ShownNeed } from '../show-collection.ts';

/** The editor's collections and the bundles. */
export function HousePage({ lines }: { lines: readonly CollectionLine[] }) {
  const words = collectionsWords(useReader()).house;
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <CollectionLinks lines={lines} />
    </Wrap>
  );
}

/** A collection as its readers see it; a bundle by its needs, with one total. */
export function CollectionPage(props: {
  shown: ShownCollection;
  tree: CategoryTree;
  own: boolean;
  favourites: ReadonlySet<number>;
}) {
  const { shown, tree, own, favourites } = props;
  const reader = useReader();
  const words = collectionsWords(reader);
  const { collection, items, needs } = shown;
  const arabic = reader.locale === 'ar';
  const note = arabic ? collection.noteAr : collection.noteEn;
  const title = arabic ? collection.titleAr : collection.titleEn;
  const noted = items.filter((item) => item.note !== '');
  return (
    <Wrap>
      <Breadcrumbs
        items={[
          { label: words.home, href: '/' },
          { label: words.house.title, href: '/collections' },
          { label: title },
        ]}
      />
      <PageHead
        title={<Bdi>{title}</Bdi>}
        lead={note !== '' && <Bdi>{note}</Bdi>}
        actions={
          own && (
            <LinkButton kind="secondary" href={editPath(collection)}>
              {words.show.edit}
            </LinkButton>
          )
        }
      />
      <Stack gap={6}>
        {!collection.isPublic && <Banner>{words.show.privateNote}</Banner>}
        {needs.map((need) => (
          <NeedPanel key={need.needId} need={need} />
        ))}
        {needs.length > 0 && (
          <Panel title={words.show.total}>
            <p class="price-tag">
              <Money amountMinor={shown.totalMinor} trimZeros />
            </p>
            <p class="mute">{words.show.totalNote}</p>
          </Panel>
        )}
        {items.length > 0 && (
          <ServiceGrid cards={items.map(({ card }) => card)} {...{ tree, favourites }} level={2} />
        )}
        {noted.length > 0 && (
          <Section title={words.editor.note} tight>
            {noted.map((item) => (
              <Noted key={item.card.serviceId} item={item} />
            ))}
          </Section>
        )}
        {items.length === 0 && needs.length === 0 && (
          <EmptyState title={words.show.emptyTitle}>{words.show.emptyText}</EmptyState>
        )}
        {shown.hiddenCount > 0 && <p class="mute">{words.hidden(shown.hiddenCount)}</p>}
      </Stack>
    </Wrap>
  );
}

function NeedPanel({ need }: { need: ShownNeed }) {
  const reader = useReader();
  const words = collectionsWords(reader).show;
  return (
    <Panel title={<Bdi>{reader.locale === 'ar' ? need.titleAr : need.titleEn}</Bdi>}>
      {need.items.length === 0 && <p class="mute">{words.noSuggestion}</p>}
      {need.items.map((item) => (
        <Row key={item.card.serviceId}>
          <Noted item={item} />
          <Money amountMinor={item.card.priceMinor} trimZeros />
          <LinkButton size="small" href={buyPath(item.card.serviceId)}>
            {words.order}
          </LinkButton>
        </Row>
      ))}
    </Panel>
  );
}

function Noted({ item: { card, note } }: { item: ShownItem }) {
  return (
    <p>
      <Link href={servicePath(card.number, card.title)}>
        <Bdi>{card.title}</Bdi>
      </Link>
      {note !== '' && (
        <>
          {': '}
          <Bdi>{note}</Bdi>
        </>
      )}
    </p>
  );
}
