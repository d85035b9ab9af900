import type { Ctx } from '#platform/context';
import { addMs, MINUTE_MS } from '#platform/time';
import { listWaitingEvents } from '../event-store.ts';
import type { Payment } from '../payment.ts';
import { GatewayDown } from '../payment-errors.ts';
import { listPending } from '../payment-store.ts';
import { askGateway } from './ask-gateway.ts';
import { handleEvent } from './handle-event.ts';

/**
 * Asks gateways about every payment pending for over a minute, and about what they said while they
 * could not be asked (SPEC 6.5: polling repairs). A silent gateway is left alone until the next
 * round; what goes wrong with one payment keeps no other from being asked. Returns how many were asked about.
 */
export async function pollPayments(ctx: Ctx): Promise<number> {
  const before = addMs(ctx.clock.now(), -MINUTE_MS);
  const silent = new Set<string>();
  let asked = 0;
  for (let last: Payment | undefined; ; ) {
    const batch = await listPending(ctx, before, last);
    for (const payment of batch) {
      if (silent.has(payment.gateway)) continue;
      asked += 1;
      await guarded(ctx, { silent, gateway: payment.gateway }, () =>
        askGateway(ctx, payment.paymentId),
      );
    }
    last = batch.at(-1);
    if (!last) break;
  }
  for (const event of await listWaitingEvents(ctx, before)) {
    if (silent.has(event.gateway)) continue;
    await guarded(ctx, { silent, gateway: event.gateway }, () => handleEvent(ctx, event));
  }
  return asked;
}

async function guarded(
  ctx: Ctx,
  round: { silent: Set<string>; gateway: string },
  ask: () => Promise<unknown>,
): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (error instanceof GatewayDown) {
      round.silent.add(round.gateway);
      ctx.log.warn(
        { err: error, gateway: round.gateway },
        'the gateway is asked again in the next round',
      );
    } else ctx.log.error({ err: error, gateway: round.gateway }, 'a payment was not checked');
  }
}
