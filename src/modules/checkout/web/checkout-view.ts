import { getSellableService } from '#catalogue';
import { balancesOf } from '#ledger';
import { type Ctx, requireMember } from '#platform/context';
import { buyerFee, gatewayReady } from '#wallet';
import { type Choice, type Quote, quoteOf } from '../quote.ts';
import type { Method } from './checkout.forms.ts';

/** One way to pay and what it costs; USD cents. */
export interface PaymentOption {
  method: Method;
  fromBalanceMinor: bigint;
  byGatewayMinor: bigint;
  feeMinor: bigint;
}

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
  const methods: { method: Method; fromBalanceMinor: bigint }[] = [];
  if (missingMinor === 0n) methods.push({ method: 'balance', fromBalanceMinor: quote.priceMinor });
  if (gatewayReady(ctx)) {
    if (missingMinor > 0n && spendableMinor > 0n) {
      methods.push({ method: 'mixed', fromBalanceMinor: spendableMinor });
    }
    methods.push({ method: 'gateway', fromBalanceMinor: 0n });
  }
  const options = await Promise.all(
    methods.map(async (option) => {
      const byGatewayMinor = quote.priceMinor - option.fromBalanceMinor;
      return { ...option, byGatewayMinor, feeMinor: await buyerFee(ctx, byGatewayMinor) };
    }),
  );
  return { quote, spendableMinor, missingMinor, options, own: service.sellerId === memberId };
}
