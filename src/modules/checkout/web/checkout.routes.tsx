import { randomUUID } from 'node:crypto';
import { requireVerified } from '#identity';
import { orderPath } from '#orders';
import { requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page, post, readForm, seeOther } from '#platform/http';
import { spendTry } from '#platform/limits';
import { NotFound } from '#platform/refusals';
import { defaultGateway, paymentPath } from '#wallet';
import { buyFromBalance } from '../buying/buy-from-balance.ts';
import { startPurchase } from '../buying/start-purchase.ts';
import { BalanceTooLow, PriceChanged } from '../checkout-errors.ts';
import { checkoutWords } from '../locales/index.ts';
import type { Choice } from '../quote.ts';
import { buyForm, choiceForm } from './checkout.forms.ts';
import { CheckoutPage, type CheckoutPageProps } from './checkout-page.tsx';
import { checkoutView } from './checkout-view.ts';

/** SPEC 7.5: purchases through a gateway by one member. */
const PAYMENT_LIMIT = { act: 'payment', points: 20, windowSeconds: 3_600 };

async function show(
  request: HttpRequest,
  choice: Choice,
  more: Partial<CheckoutPageProps> & { status?: number },
): Promise<Answer> {
  const view = await checkoutView(request.ctx, choice);
  const { status = 200, ...props } = more;
  const body = <CheckoutPage view={view} idempotencyKey={randomUUID()} {...props} />;
  return page({ title: checkoutWords(request.ctx.reader).title, noindex: true }, body, { status });
}

function choiceOf(values: { service: string; upgrade: string[]; quantity: number }): Choice {
  return { serviceId: values.service, upgradeIds: values.upgrade, quantity: values.quantity };
}

async function buy(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  await requireVerified(ctx);
  const form = readForm(buyForm, request.body);
  if (!form.ok) {
    const choice = choiceForm.safeParse(form.raw);
    if (!choice.success) throw new NotFound();
    return show(request, choiceOf(choice.data), { status: 422, errors: { method: checkoutWords(ctx.reader).errors.method } });
  }
  const choice = choiceOf(form.values);
  const { shownPriceMinor, method, idempotencyKey: key } = form.values;
  try {
    if (method === 'balance') {
      const { orderId } = await buyFromBalance(ctx, { ...choice, shownPriceMinor, key });
      return seeOther(orderPath(orderId));
    }
    await spendTry(ctx, PAYMENT_LIMIT, requireMember(ctx));
    const useBalance = method === 'mixed';
    const { payment } = await startPurchase(ctx, { ...choice, shownPriceMinor, key, useBalance, gateway: defaultGateway });
    return seeOther(payment.redirectUrl ?? paymentPath(payment.paymentId));
  } catch (error) {
    if (error instanceof PriceChanged) {
      return show(request, choice, { status: 409, shownMinor: shownPriceMinor, method });
    }
    if (error instanceof BalanceTooLow) return show(request, choice, { status: 409 });
    throw error;
  }
}

/** Back to the choice: what came in names it. */
function backToChoice(request: HttpRequest): string {
  const choice = choiceForm.safeParse(request.body);
  if (!choice.success) return '/';
  const upgrades = choice.data.upgrade.map((id) => `&upgrade=${id}`).join('');
  return `/checkout?service=${choice.data.service}${upgrades}&quantity=${choice.data.quantity}`;
}

export const checkoutRoutes = [
  get('/checkout', { access: 'member', example: 'checkout' }, async (request) => {
    await requireVerified(request.ctx);
    const choice = choiceForm.safeParse(request.query);
    if (!choice.success) throw new NotFound();
    return show(request, choiceOf(choice.data), {});
  }),
  post('/checkout', { access: 'member', refusedTo: backToChoice }, buy),
];
