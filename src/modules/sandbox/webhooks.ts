import { type Ctx, newId, type TxCtx } from '#platform/context';
import { addMs, SECOND_MS, systemClock } from '#platform/time';
import { sql } from 'kysely';
import { signatureOf } from './signature.ts';

export const DELIVER_WEBHOOK = 'sandbox.deliver-webhook';
const TIMEOUT_MS = 10 * SECOND_MS;

/** Writes a word to the site and has it sent when its time comes (real time, not the demo's). */
export async function queueWebhook(
  tx: TxCtx,
  word: { chargeId: string; type: string; afterMs: number },
): Promise<void> {
  const webhookId = newId(tx);
  const dueAt = addMs(systemClock.now(), word.afterMs);
  await sql`insert into sandbox.webhooks (id, charge_id, event_id, type, due_at)
    values (${webhookId}, ${word.chargeId}, ${newId(tx)}, ${word.type}, ${dueAt})`.execute(tx.db);
  await sql`select graphile_worker.add_job(${DELIVER_WEBHOOK}, ${JSON.stringify({ webhookId })}::json,
    run_at := ${dueAt}, max_attempts := 8)`.execute(tx.db);
}

/** Sends one word, signed; throws unless the site takes it, so that the queue tries again. */
export async function deliverWebhook(ctx: Ctx, webhookId: string): Promise<void> {
  const { rows } = await sql<{
    event_id: string;
    charge_id: string;
    type: string;
    webhook_url: string;
  }>`
    update sandbox.webhooks w set attempts = attempts + 1 from sandbox.charges c
    where w.id = ${webhookId} and c.id = w.charge_id and w.delivered_at is null
    returning w.event_id, w.charge_id, w.type, c.webhook_url`.execute(ctx.db);
  const word = rows[0];
  if (!word) return;
  const body = JSON.stringify({
    event_id: word.event_id,
    type: word.type,
    charge_id: word.charge_id,
  });
  const answer = await fetch(word.webhook_url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sandbox-signature': signatureOf(ctx, body) },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`the site answered ${answer.status} to webhook ${webhookId}`);
  await sql`update sandbox.webhooks set delivered_at = ${systemClock.now()} where id = ${webhookId}`.execute(
    ctx.db,
  );
}
