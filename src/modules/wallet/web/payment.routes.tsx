import { type Answer, get, type HttpRequest, json, page, post, seeOther } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { requireMember } from '#platform/context';
import { walletWords } from '../locales/index.ts';
import type { Payment } from '../payment.ts';
import { GatewayDown } from '../payment-errors.ts';
import { findPayment } from '../payment-store.ts';
import { cancelPayment } from '../payments/cancel-payment.ts';
import { checkPayment } from '../payments/check-payment.ts';
import { receiveWebhook } from '../payments/receive-webhook.ts';
import { resumePayment } from '../payments/resume-payment.ts';
import { FROM_GATEWAY, paymentPath, payPath } from '../wallet-paths.ts';
import { PaymentPage } from './payment-page.tsx';

/** Seconds after which the page of an undecided payment asks again, without JavaScript too. */
const REFRESH_SECONDS = 4;

/** The member's own payment; NotFound for anybody else's. */
async function ownPayment(request: HttpRequest): Promise<Payment> {
  const memberId = requireMember(request.ctx);
  const payment = await findPayment(request.ctx, request.params.paymentId ?? '');
  if (payment?.memberId !== memberId) throw new NotFound();
  return payment;
}

async function show(request: HttpRequest): Promise<Answer> {
  const mine = await ownPayment(request);
  const payment =
    mine.state === 'confirmed' ? mine : await checkPayment(request.ctx, mine.paymentId);
  const fresh = request.query.from === FROM_GATEWAY;
  if (fresh && payment.purpose === 'purchase' && payment.state === 'confirmed') {
    return seeOther(`/purchases/${payment.purchaseId}`);
  }
  const head = { title: walletWords(request.ctx.reader).payment.title, noindex: true };
  const opened = payment.redirectUrl !== undefined;
  const waiting = payment.state === 'pending' && opened;
  const body = <PaymentPage payment={payment} opened={opened} />;
  return page(head, body, waiting ? { refreshSeconds: REFRESH_SECONDS } : {});
}

const backToPayment = (request: HttpRequest) => paymentPath(request.params.paymentId ?? '');

export const paymentRoutes = [
  get('/payments/:paymentId', { access: 'member', example: 'payment' }, show),
  post(
    '/payments/:paymentId/page',
    { access: 'member', refusedTo: backToPayment },
    async (request) => {
      const payment = await resumePayment(request.ctx, await ownPayment(request));
      if (payment.state !== 'pending') return seeOther(paymentPath(payment.paymentId));
      if (!payment.redirectUrl)
        throw new GatewayDown({ gateway: payment.gateway, reason: 'it gave no page' });
      return seeOther(payPath(request.ctx.site, payment));
    },
  ),
  post(
    '/payments/:paymentId/check',
    { access: 'member', refusedTo: backToPayment },
    async (request) => {
      const payment = await ownPayment(request);
      await checkPayment(request.ctx, payment.paymentId);
      return seeOther(paymentPath(payment.paymentId));
    },
  ),
  post(
    '/payments/:paymentId/cancellation',
    { access: 'member', refusedTo: backToPayment },
    async (request) => {
      const { paymentId } = await ownPayment(request);
      const payment = await cancelPayment(request.ctx, { paymentId });
      return seeOther(paymentPath(payment.paymentId));
    },
  ),
  post('/webhooks/:gateway', { access: 'signed' }, async (request) => {
    await receiveWebhook(request.ctx, {
      gateway: request.params.gateway ?? '',
      headers: request.raw.headers,
      rawBody: request.rawBody ?? '',
    });
    return json({ received: true });
  }),
];
