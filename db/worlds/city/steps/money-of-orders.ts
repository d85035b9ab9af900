const DAY = 86_400_000;

/** The commission of a row `o` of world.orders, rounded half up, and what is left for the seller. */
export const COMMISSION_MINOR = '((o.price * o.bps + 5000) / 10000)';
export const SELLER_MINOR = `(o.price - ${COMMISSION_MINOR})`;

/** When the earnings of a completed order clear; milliseconds. */
export const CLEARS_AT = `(o.completed + o.clearing * ${DAY}::bigint)`;

/** Which account of the ledger is whose: numbers that follow from members' and orders' own. */
export interface AccountNumbers {
  gateway: string;
  commission: string;
  fees: string;
  credit(member: string): string;
  pending(member: string): string;
  earned(member: string): string;
  escrow(order: string): string;
}

/** House accounts first, then three for each member, then one for each order. */
export function accountNumbers(members: number): AccountNumbers {
  return {
    gateway: '1::bigint',
    commission: '2::bigint',
    fees: '3::bigint',
    credit: (member) => `(3 * ${member}::bigint + 1)`,
    pending: (member) => `(3 * ${member}::bigint + 2)`,
    earned: (member) => `(3 * ${member}::bigint + 3)`,
    escrow: (order) => `(${3 * members + 10} + ${order}::bigint)`,
  };
}
