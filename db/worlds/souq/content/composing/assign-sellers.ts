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
 * one with the fewest in it, then in all, so that a leaf's services come from different hands.
 */
export function createAssignment(sellers: readonly SellerContent[]) {
  const taken: { handle: string; leafKey: string }[] = [];
  const countOf = ({ handle }: SellerContent, leafKey?: string) =>
    taken.filter((one) => {
      return one.handle === handle && (leafKey === undefined || one.leafKey === leafKey);
    }).length;
  const hasRoom = (seller: SellerContent) => countOf(seller) < serviceLimit[seller.level];
  return {
    toNamed(handle: string, leafKey: string): SellerContent {
      const seller = sellers.find((candidate) => candidate.handle === handle);
      if (seller === undefined) throw new Error(`No seller "${handle}"`);
      if (!hasRoom(seller)) throw new Error(`${handle} would have more than the level allows`);
      taken.push({ handle, leafKey });
      return seller;
    },
    toLeaf(leafKey: string): SellerContent {
      const [seller] = sellers
        .filter((candidate) => candidate.leafKeys.includes(leafKey) && hasRoom(candidate))
        .sort((a, b) => countOf(a, leafKey) - countOf(b, leafKey) || countOf(a) - countOf(b));
      if (seller === undefined) throw new Error(`Nobody has room for ${leafKey}`);
      taken.push({ handle: seller.handle, leafKey });
      return seller;
    },
  };
}
