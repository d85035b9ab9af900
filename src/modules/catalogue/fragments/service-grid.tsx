import { pictureSet } from '#media';
import { levelName } from '#trust/ui';
import { Badge, type PageValue, ServiceCard, usePage, writtenOnce } from '#ui';
import { servicePath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import type { ServiceCardData } from '../listing/card.ts';
import { catalogueWords } from '../locales/index.ts';
import { Heart, HeartForm, type HeartProps } from './favourites/heart.tsx';

const tones = { new: 'info', active: 'info', distinguished: 'good', trusted: 'good' } as const;

export interface ServiceGridProps {
  cards: readonly ServiceCardData[];
  tree: CategoryTree;
  /** How many of the first pictures stand on the first screen (default none). */
  eager?: number;
  /** Heading level of the titles. */
  level?: 2 | 3;
  /** Numbers of those that the reader keeps among their favourites. */
  favourites?: ReadonlySet<number>;
  /** What a list says of single services, by their id. */
  said?: ReadonlyMap<string, SaidOfCard>;
}

/** What only this list knows of a service. */
export interface SaidOfCard {
  /** Pieces of the title that were searched for. */
  marks?: readonly (readonly [from: number, to: number])[];
  /** A word on a badge. */
  badge?: string;
}

interface CardLook {
  card: ServiceCardData;
  categoryName: string;
  hue: number;
  eager: boolean;
  level: 2 | 3;
  badge: string;
  marks: SaidOfCard['marks'];
}

/** Services side by side, as every list shows them. */
export function ServiceGrid(props: ServiceGridProps) {
  const { cards, tree, eager = 0, level = 3, favourites, said } = props;
  const page = usePage();
  const formId = page.viewer && cards[0] ? `hearts-${cards[0].number}-${cards.length}` : undefined;
  const arabic = page.reader.locale === 'ar';
  const html = cards.map((card, index) => {
    const leaf = tree.leafOf(card.leafKey);
    const categoryName = (arabic ? leaf?.nameAr : leaf?.nameEn) ?? '';
    const hue = tree.groupOf(card.groupKey)?.hue ?? 190;
    const kept = favourites?.has(card.number) ?? false;
    const heart = heartHtml(page, { number: card.number, title: card.title, kept, formId });
    const { marks, badge = '' } = said?.get(card.serviceId) ?? {};
    const look = { card, categoryName, hue, eager: index < eager, level, badge, marks };
    return `<div class="card-cell">${cardHtml(page, look)}${heart}</div>`;
  });
  return (
    <>
      {formId && <HeartForm id={formId} />}
      <div class="card-grid" dangerouslySetInnerHTML={{ __html: html.join('') }} />
    </>
  );
}

function heartHtml(page: PageValue, heart: HeartProps): string {
  return writtenOnce(`${page.reader.locale}\n${Object.values(heart).join('\n')}`, page, () => (
    <Heart {...heart} />
  ));
}

/**
 * Writing 24 cards is most of a list page's work, and the same card stands in many lists: what a card
 * shows is its key.
 */
function cardHtml(page: PageValue, look: CardLook): string {
  const { locale, digits } = page.reader;
  const { card, ...rest } = look;
  const key = `${locale}${digits}${Object.values(rest).join('\n')}\n${Object.values(card).join('\n')}`;
  return writtenOnce(key, page, () => <Card page={page} look={look} />);
}

/** Shows only what is in the key of `cardHtml`: the card, its category, language and digits. */
function Card({ page, look }: { page: PageValue; look: CardLook }) {
  const { card, categoryName, hue, eager, level, badge, marks } = look;
  const { reader } = page;
  const words = catalogueWords(reader);
  const rating = { average: card.ratingHundredths / 100, count: card.ratingCount };
  return (
    <ServiceCard
      href={servicePath(card.number, card.title)}
      title={card.title}
      marks={marks}
      badge={badge === '' ? undefined : <Badge tone="info">{badge}</Badge>}
      level={level}
      cover={{
        title: categoryName,
        hue,
        eager,
        picture: card.coverFileId ? pictureSet(card.coverFileId, '') : undefined,
      }}
      seller={{
        name: card.sellerName,
        seed: card.sellerId,
        level: { label: levelName(reader, card.sellerLevel), tone: tones[card.sellerLevel] },
      }}
      rating={card.ratingCount > 0 ? rating : undefined}
      note={card.salesCount > 0 ? words.listing.sales(card.salesCount) : undefined}
      priceMinor={card.priceMinor}
    />
  );
}
