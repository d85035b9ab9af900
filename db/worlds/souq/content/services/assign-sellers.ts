import type { Level, SellerContent } from '../shapes.ts';

/** How many services a seller of each level may have (SPEC 2.6). */
export const serviceLimit: Readonly<Record<Level, number>> = {
  new: 6,
  active: 10,
  distinguished: 25,
  trusted: 50,
};

/**
 * Gives services to sellers: one named in the text takes it, else of those who sell in the leaf the
 * one with the fewest so far, so that a leaf's services come from different hands.
 */
export function createAssignment(sellers: readonly SellerContent[]) {
  const counts = new Map<string, number>();
  const countOf = (seller: SellerContent) => counts.get(seller.handle) ?? 0;
  const take = (seller: SellerContent) => {
    if (countOf(seller) >= serviceLimit[seller.level]) {
      throw new Error(`${seller.handle} would have more services than the level allows`);
    }
    counts.set(seller.handle, countOf(seller) + 1);
    return seller;
  };
  return {
    toNamed(handle: string): SellerContent {
      const seller = sellers.find((candidate) => candidate.handle === handle);
      if (seller === undefined) throw new Error(`No seller "${handle}"`);
      return take(seller);
    },
    toLeaf(leafKey: string): SellerContent {
      const [seller] = sellers
        .filter(({ leafKeys, level, handle }) => {
          return leafKeys.includes(leafKey) && (counts.get(handle) ?? 0) < serviceLimit[level];
        })
        .sort((a, b) => countOf(a) - countOf(b));
      if (seller === undefined) throw new Error(`Nobody has room for ${leafKey}`);
      return take(seller);
    },
  };
}
