import { type CategoryTree, type ServiceCardData, servicePath } from '#catalogue';
import { pictureSet } from '#media';
import { levelName } from '#trust/ui';
import { CardGrid, ServiceCard, useReader } from '#ui';

export interface ShelfProps {
  cards: readonly ServiceCardData[];
  tree: CategoryTree;
  /** How many of the first are on the first screen. */
  eager?: number;
}

/** Services side by side on a public page. */
export function ServiceShelf({ cards, tree, eager = 0 }: ShelfProps) {
  const reader = useReader();
  return (
    <CardGrid>
      {cards.map((card, index) => {
        const leaf = tree.leafOf(card.leafKey);
        const name = leaf && (reader.locale === 'ar' ? leaf.nameAr : leaf.nameEn);
        return (
          <ServiceCard
            key={card.serviceId}
            href={servicePath(card.number, card.title)}
            title={card.title}
            cover={{
              title: name ?? card.title,
              hue: tree.groupOf(card.groupKey)?.hue ?? 190,
              eager: index < eager,
              ...(card.coverFileId ? { picture: pictureSet(card.coverFileId, '') } : {}),
            }}
            seller={{
              name: card.sellerName,
              seed: card.sellerId,
              level: { label: levelName(reader, card.sellerLevel) },
            }}
            rating={
              card.ratingCount > 0
                ? { average: card.ratingHundredths / 100, count: card.ratingCount }
                : undefined
            }
            priceMinor={card.priceMinor}
          />
        );
      })}
    </CardGrid>
  );
}
