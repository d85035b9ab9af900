import type { Ctx } from '#platform/context';
import { buyerFee, gatewayReady } from '#wallet';
import type { Method } from './checkout.forms.ts';

/** One way to pay and what it costs; USD cents. */
export interface PaymentOption {
  method: Method;
  fromBalanceMinor: bigint;
  byGatewayMinor: bigint;
  feeMinor: bigint;
}

/** The ways to pay a price: from the balance when it is enough, else the gateway for all or for the rest. */
export async function paymentOptions(
  ctx: Ctx,
  { priceMinor, spendableMinor }: { priceMinor: bigint; spendableMinor: bigint },
): Promise<PaymentOption[]> {
  const enough = spendableMinor >= priceMinor;
  const methods: { method: Method; fromBalanceMinor: bigint }[] = [];
  if (enough) methods.push({ method: 'balance', fromBalanceMinor: priceMinor });
  if (gatewayReady(ctx)) {
    if (!enough && spendableMinor > 0n) {
      methods.push({ method: 'mixed', fromBalanceMinor: spendableMinor });
    }
    methods.push({ method: 'gateway', fromBalanceMinor: 0n });
  }
  return Promise.all(
    methods.map(async (option) => {
      const byGatewayMinor = priceMinor - option.fromBalanceMinor;
      return { ...option, byGatewayMinor, feeMinor: await buyerFee(ctx, byGatewayMinor) };
    }),
  );
}
