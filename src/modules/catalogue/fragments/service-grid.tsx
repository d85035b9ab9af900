import { pictureSet } from '#media';
import { levelName } from '#trust/ui';
import { CardGrid, ServiceCard, useReader } from '#ui';
import { servicePath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import type { ServiceCardData } from '../listing/card.ts';
import { catalogueWords } from '../locales/index.ts';

const tones = { new: 'info', active: 'info', distinguished: 'good', trusted: 'good' } as const;

export interface ServiceGridProps {
  cards: readonly ServiceCardData[];
  tree: CategoryTree;
  /** How many of the first pictures stand on the first screen (default none). */
  eager?: number;
  /** Heading level of the titles. */
  level?: 2 | 3;
}

/** Services side by side, as every list shows them. */
export function ServiceGrid({ cards, tree, eager = 0, level }: ServiceGridProps) {
  const reader = useReader();
  const words = catalogueWords(reader);
  return (
    <CardGrid>
      {cards.map((card, index) => {
        const group = tree.groupOf(card.groupKey);
        const leaf = tree.leafOf(card.leafKey);
        const rated = card.ratingCount > 0;
        return (
          <ServiceCard
            key={card.serviceId}
            href={servicePath(card.number, card.title)}
            title={card.title}
            level={level}
            cover={{
              title: (reader.locale === 'ar' ? leaf?.nameAr : leaf?.nameEn) ?? '',
              hue: group?.hue ?? 190,
              eager: index < eager,
              picture: card.coverFileId ? pictureSet(card.coverFileId, '') : undefined,
            }}
            seller={{
              name: card.sellerName,
              seed: card.sellerId,
              level: { label: levelName(reader, card.sellerLevel), tone: tones[card.sellerLevel] },
            }}
            rating={
              rated ? { average: card.ratingHundredths / 100, count: card.ratingCount } : undefined
            }
            note={card.salesCount > 0 ? words.listing.sales(card.salesCount) : undefined}
            priceMinor={card.priceMinor}
          />
        );
      })}
    </CardGrid>
  );
}
