import type { Ctx } from '#platform/context';
import { keepEvent } from '../event-store.ts';
import { gatewayOf } from '../gateways/index.ts';
import { WebhookNotSigned } from '../payment-errors.ts';
import { handleEvent } from './handle-event.ts';

/**
 * Takes a gateway's word: verified, stored raw, handled once. What it says is not believed but asked
 * for at the gateway, so late, doubled and out-of-order words all end in the same state.
 * Refuses WebhookNotSigned, NotFound (unknown gateway), GatewayDown (it should say it again).
 */
export async function receiveWebhook(
  ctx: Ctx,
  input: { gateway: string; headers: Record<string, unknown>; rawBody: string },
): Promise<void> {
  const { gateway, rawBody } = input;
  const word = gatewayOf(ctx, gateway).readWebhook(ctx, input.headers, rawBody);
  if (!word) throw new WebhookNotSigned();
  const event = { gateway, eventId: word.eventId, rawBody };
  await keepEvent(ctx, event);
  await handleEvent(ctx, event);
}
