import { inTransaction } from '#platform/context';
import { type HttpRequest, json, post } from '#platform/http';
import { localePath, pathLocale } from '#platform/i18n';
import { systemClock } from '#platform/time';
import { z } from 'zod';
import { type Charge, stateAt } from '../charge.ts';
import { getCharge, insertCharge } from '../charge-store.ts';
import { cancelCharge } from '../cancel-charge.ts';
import { requireSignature } from '../signature.ts';

const newCharge = z.object({
  idempotency_key: z.string().min(1).max(200),
  amount_minor: z.string().regex(/^\d{1,12}$/),
  description: z.string().max(300),
  return_url: z.url(),
  webhook_url: z.url(),
});

function signed(request: HttpRequest): void {
  requireSignature(request.ctx, request.raw.headers['sandbox-signature'], request.rawBody);
}

function present(request: HttpRequest, charge: Charge) {
  return json({
    id: charge.chargeId,
    state: stateAt(charge, systemClock.now()),
    amount_minor: charge.amountMinor.toString(),
    pay_url: request.ctx.site.publicUrl + payPath(charge),
  });
}

/** The hosted page, in the language of the page that the payer returns to. */
function payPath(charge: Charge): string {
  const locale = pathLocale(new URL(charge.returnUrl).pathname);
  return localePath(locale, `/sandbox/pay/${charge.chargeId}`);
}

/** The sandbox as the wallet's program sees it. */
export const chargeRoutes = [
  post('/sandbox/charges', { access: 'signed' }, async (request) => {
    signed(request);
    const body = newCharge.safeParse(request.body);
    if (!body.success) return json({ error: 'invalid' }, 422);
    const charge = await inTransaction(request.ctx, (tx) =>
      insertCharge(tx, {
        idempotencyKey: body.data.idempotency_key,
        amountMinor: BigInt(body.data.amount_minor),
        description: body.data.description,
        returnUrl: body.data.return_url,
        webhookUrl: body.data.webhook_url,
      }),
    );
    return present(request, charge);
  }),
  post('/sandbox/charges/:chargeId/inquiry', { access: 'signed' }, async (request) => {
    signed(request);
    return present(request, await getCharge(request.ctx, request.params.chargeId ?? ''));
  }),
  post('/sandbox/charges/:chargeId/cancellation', { access: 'signed' }, async (request) => {
    signed(request);
    return present(request, await cancelCharge(request.ctx, request.params.chargeId ?? ''));
  }),
];
