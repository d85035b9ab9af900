import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ctx, deriveSecret } from '#platform/context';
import { systemClock } from '#platform/time';
import { z } from 'zod';
import type { ChargeReport, Gateway, GatewayEvent } from '../gateway.ts';
import { GatewayDown } from '../payment-errors.ts';

const TIMEOUT_MS = 5_000;
const TOLERANCE_SECONDS = 300;

const chargeAnswer = z.object({
  id: z.string(),
  state: z.enum(['pending', 'processing', 'succeeded', 'declined', 'cancelled']),
  amount_minor: z.string().regex(/^\d{1,15}$/),
  pay_url: z.string(),
});

const webhookBody = z.object({ event_id: z.string(), charge_id: z.string() });

/** The simulator under /sandbox, reached only over HTTP with signed bodies, as a real gateway would be. */
export const sandboxGateway: Gateway = {
  name: 'sandbox',

  async createCharge(ctx, order) {
    const charge = await call(ctx, 'charges', {
      idempotency_key: order.paymentId,
      amount_minor: order.totalMinor.toString(),
      description: order.description,
      return_url: order.returnUrl,
      webhook_url: `${ctx.site.publicUrl}/webhooks/sandbox`,
    });
    return { ref: charge.id, redirectUrl: charge.pay_url };
  },

  fetchCharge: async (ctx, ref) => reportOf(await call(ctx, `charges/${ref}/inquiry`, {})),
  cancelCharge: async (ctx, ref) => reportOf(await call(ctx, `charges/${ref}/cancellation`, {})),

  readWebhook(ctx, headers, rawBody) {
    const signed = parseSignature(headers['sandbox-signature']);
    if (!signed) return undefined;
    const age = Math.abs(systemClock.now().getTime() / 1_000 - Number(signed.at));
    if (!(age <= TOLERANCE_SECONDS)) return undefined;
    if (!same(sign(ctx, signed.at, rawBody), signed.signature)) return undefined;
    return readEvent(rawBody);
  },

  readStored: readEvent,
};

function readEvent(rawBody: string): GatewayEvent | undefined {
  const body = webhookBody.safeParse(parseJson(rawBody));
  return body.success ? { eventId: body.data.event_id, ref: body.data.charge_id } : undefined;
}

async function call(ctx: Ctx, path: string, body: object): Promise<z.output<typeof chargeAnswer>> {
  const text = JSON.stringify(body);
  const at = String(Math.floor(systemClock.now().getTime() / 1_000));
  let answer: Response;
  try {
    answer = await fetch(`${ctx.site.publicUrl}/sandbox/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'sandbox-signature': `t=${at},v1=${sign(ctx, at, text)}`,
      },
      body: text,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new GatewayDown({ gateway: 'sandbox', reason: (error as Error).message });
  }
  const parsed = answer.ok
    ? chargeAnswer.safeParse(await answer.json().catch(() => undefined))
    : undefined;
  if (!parsed?.success)
    throw new GatewayDown({ gateway: 'sandbox', reason: `it answered ${answer.status}` });
  return parsed.data;
}

function reportOf(charge: z.output<typeof chargeAnswer>): ChargeReport {
  const state = charge.state === 'processing' ? 'pending' : charge.state;
  return { ref: charge.id, state, amountMinor: BigInt(charge.amount_minor) };
}

function sign(ctx: Ctx, at: string, body: string): string {
  return createHmac('sha256', deriveSecret(ctx, 'gateway:sandbox'))
    .update(`${at}.${body}`)
    .digest('hex');
}

function parseSignature(header: unknown): { at: string; signature: string } | undefined {
  const match = typeof header === 'string' ? /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) : null;
  return match ? { at: match[1] as string, signature: match[2] as string } : undefined;
}

function same(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
