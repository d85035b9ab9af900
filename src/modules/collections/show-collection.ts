import { cardsOf, type ServiceCardData } from '#catalogue';
import type { Ctx } from '#platform/context';
import type { Need, WholeCollection } from './collection.ts';

/** A service of a collection as it is listed now, with what its maker says of it. */
export interface ShownItem {
  card: ServiceCardData;
  note: string;
}

/** A part of a need with its suggestions, the first of them counted in the total. */
export interface ShownNeed extends Need {
  items: ShownItem[];
}

export interface ShownCollection {
  collection: WholeCollection;
  /** Of no need, in order. */
  items: ShownItem[];
  needs: ShownNeed[];
  /** Of the first suggestion of each need, in USD cents. */
  totalMinor: bigint;
  /** Services that are on no list now. */
  hiddenCount: number;
}

/** Puts the listed services into a collection, at their present prices; the rest is counted. */
export async function showCollection(
  ctx: Ctx,
  collection: WholeCollection,
): Promise<ShownCollection> {
  const cards = await cardsOf(
    ctx,
    collection.items.map(({ serviceId }) => serviceId),
  );
  const byId = new Map(cards.map((card) => [card.serviceId, card]));
  const shown = collection.items.flatMap(({ serviceId, needId, note }) => {
    const card = byId.get(serviceId);
    return card ? [{ card, note, needId: needId ?? undefined }] : [];
  });
  const needs = collection.needs.map((need) => ({
    ...need,
    items: shown.filter(({ needId }) => needId === need.needId),
  }));
  return {
    collection,
    items: shown.filter(({ needId }) => needId === undefined),
    needs,
    totalMinor: needs.reduce((sum, { items }) => sum + (items[0]?.card.priceMinor ?? 0n), 0n),
    hiddenCount: collection.items.length - shown.length,
  };
}
