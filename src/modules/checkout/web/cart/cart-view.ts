import { balancesOf } from '#ledger';
import { type Ctx, requireMember } from '#platform/context';
import type { OpenLine } from '../../cart/cart.ts';
import { openCart } from '../../cart/open-cart.ts';
import { type PaymentOption, paymentOptions } from '../payment-options.ts';

/** Everything the page of the cart shows. Sums in USD cents. */
export interface CartView {
  lines: OpenLine[];
  /** Nothing stands in the way of paying for all of it. */
  payable: boolean;
  priceMinor: bigint;
  spendableMinor: bigint;
  missingMinor: bigint;
  options: PaymentOption[];
}

/** The member's cart at the prices of this moment, with the ways to pay for it. */
export async function cartView(ctx: Ctx): Promise<CartView> {
  const memberId = requireMember(ctx);
  const [lines, balances] = await Promise.all([openCart(ctx), balancesOf(ctx, memberId)]);
  const priceMinor = lines.reduce((sum, { quote }) => sum + quote.priceMinor, 0n);
  const spendableMinor = balances.creditMinor + balances.earnedMinor;
  const short = priceMinor - spendableMinor;
  const payable = lines.length > 0 && lines.every(({ blocked }) => blocked === undefined);
  return {
    lines,
    payable,
    priceMinor,
    spendableMinor,
    missingMinor: short > 0n ? short : 0n,
    options: payable ? await paymentOptions(ctx, { priceMinor, spendableMinor }) : [],
  };
}
