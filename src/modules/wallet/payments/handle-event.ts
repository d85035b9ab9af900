import { asSystem, type Ctx } from '#platform/context';
import { markEventHandled, type StoredEvent } from '../event-store.ts';
import { gatewayOf } from '../gateways/index.ts';
import { findPaymentByRef } from '../payment-store.ts';
import { askGateway } from './ask-gateway.ts';

/**
 * Does what a stored word of a gateway asks for: its payment is asked about at the gateway. Harmless
 * to repeat. Refuses GatewayDown: the word then waits for the next round.
 */
export async function handleEvent(ctx: Ctx, event: StoredEvent): Promise<void> {
  const word = gatewayOf(ctx, event.gateway).readStored(event.rawBody);
  const payment = word && (await findPaymentByRef(ctx, event.gateway, word.ref));
  if (payment) await askGateway(asSystem(ctx, `gateway:${event.gateway}`), payment.paymentId);
  await markEventHandled(ctx, event);
}
