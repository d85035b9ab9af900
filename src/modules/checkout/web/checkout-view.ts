import { getSellableService } from '#catalogue';
import { balancesOf } from '#ledger';
import { type Ctx, requireMember } from '#platform/context';
import { type Choice, type Quote, quoteOf } from '../quote.ts';
import { type PaymentOption, paymentOptions } from './payment-options.ts';

export interface CheckoutView {
  quote: Quote;
  spendableMinor: bigint;
  missingMinor: bigint;
  options: PaymentOption[];
  own: boolean;
}

/** Everything the page of a choice shows. NotFound for a service that was never sold. */
export async function checkoutView(ctx: Ctx, choice: Choice): Promise<CheckoutView> {
  const memberId = requireMember(ctx);
  const [service, balances] = await Promise.all([
    getSellableService(ctx, choice.serviceId),
    balancesOf(ctx, memberId),
  ]);
  const quote = quoteOf(service, choice);
  const spendableMinor = balances.creditMinor + balances.earnedMinor;
  const short = quote.priceMinor - spendableMinor;
  const missingMinor = short > 0n ? short : 0n;
  const options = await paymentOptions(ctx, { priceMinor: quote.priceMinor, spendableMinor });
  return { quote, spendableMinor, missingMinor, options, own: service.sellerId === memberId };
}
