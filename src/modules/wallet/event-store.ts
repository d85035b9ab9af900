import { type Ctx, newId } from '#platform/context';
import { sql } from 'kysely';

/** One word of a gateway as it was stored, byte for byte. */
export interface StoredEvent {
  gateway: string;
  eventId: string;
  rawBody: string;
}

/** Keeps what a gateway said before anything is made of it; a repeated word is kept once. */
export async function keepEvent(ctx: Ctx, event: StoredEvent): Promise<void> {
  await sql`insert into wallet.gateway_events (id, gateway, event_id, body, received_at)
    values (${newId(ctx)}, ${event.gateway}, ${event.eventId}, ${event.rawBody}, ${ctx.clock.now()})
    on conflict (gateway, event_id) do nothing`.execute(ctx.db);
}

/** Notes that the word has had its effect. */
export async function markEventHandled(
  ctx: Ctx,
  event: Pick<StoredEvent, 'gateway' | 'eventId'>,
): Promise<void> {
  await sql`update wallet.gateway_events set handled_at = ${ctx.clock.now()}
    where gateway = ${event.gateway} and event_id = ${event.eventId} and handled_at is null`.execute(
    ctx.db,
  );
}

/** Words received before `before` that have had no effect yet, oldest first, at most 100. */
export async function listWaitingEvents(ctx: Ctx, before: Date): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`select gateway, event_id as "eventId", body as "rawBody"
    from wallet.gateway_events where handled_at is null and received_at <= ${before}
    order by received_at limit 100`.execute(ctx.db);
  return rows;
}
