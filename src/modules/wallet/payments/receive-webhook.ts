import { asSystem, type Ctx, newId } from '#platform/context';
import { gatewayOf } from '../gateways/index.ts';
import { WebhookNotSigned } from '../payment-errors.ts';
import { findPaymentByRef } from '../payment-store.ts';
import { checkPayment } from './check-payment.ts';
import { sql } from 'kysely';

/**
 * Takes a gateway's word: verified, stored raw, handled once. What it says is not believed but asked
 * for at the gateway, so late, doubled and out-of-order words all end in the same state.
 * Refuses WebhookNotSigned, NotFound (unknown gateway).
 */
export async function receiveWebhook(
  ctx: Ctx,
  input: { gateway: string; headers: Record<string, unknown>; rawBody: string },
): Promise<void> {
  const event = gatewayOf(ctx, input.gateway).readWebhook(ctx, input.headers, input.rawBody);
  if (!event) throw new WebhookNotSigned();
  await sql`insert into wallet.gateway_events (id, gateway, event_id, body, received_at)
    values (${newId(ctx)}, ${input.gateway}, ${event.eventId}, ${input.rawBody}, ${ctx.clock.now()})
    on conflict (gateway, event_id) do nothing`.execute(ctx.db);
  const payment = await findPaymentByRef(ctx, input.gateway, event.ref);
  if (payment) await checkPayment(asSystem(ctx, `gateway:${input.gateway}`), payment.paymentId);
  await sql`update wallet.gateway_events set handled_at = ${ctx.clock.now()}
    where gateway = ${input.gateway} and event_id = ${event.eventId} and handled_at is null`.execute(ctx.db);
}
