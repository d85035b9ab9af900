import { randomUUID } from 'node:crypto';
import { requireVerified } from '#identity';
import { listOrdersById, orderPath } from '#orders';
import { requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page, post, readForm, seeOther } from '#platform/http';
import { spendTry } from '#platform/limits';
import { NotFound } from '#platform/refusals';
import type { z } from 'zod';
import { defaultGateway, payPath } from '#wallet';
import { buyFromBalance } from '../buying/buy-from-balance.ts';
import { startPurchase } from '../buying/start-purchase.ts';
import {
  BalanceChanged,
  BalanceTooLow,
  DeliveryChanged,
  PriceChanged,
} from '../checkout-errors.ts';
import { checkoutWords } from '../locales/index.ts';
import { offerPath, payOfferPath, purchasePath } from '../checkout-paths.ts';
import { isOpen } from '../offers/offer.ts';
import type { Choice } from '../quote.ts';
import { buyForm, choiceForm } from './checkout.forms.ts';
import { CheckoutPage, type CheckoutPageProps } from './checkout-page.tsx';
import { checkoutView } from './checkout-view.ts';
import { PAYMENT_LIMIT } from './payment-limit.ts';

async function show(
  request: HttpRequest,
  choice: Choice,
  more: Partial<CheckoutPageProps> & { status?: number },
): Promise<Answer> {
  const view = await checkoutView(request.ctx, choice);
  // Its own page says what became of it.
  if (view.offer && !isOpen(view.offer, request.ctx.clock.now())) {
    return seeOther(offerPath(view.offer));
  }
  const { status = 200, ...props } = more;
  const body = <CheckoutPage view={view} idempotencyKey={randomUUID()} {...props} />;
  return page({ title: checkoutWords(request.ctx.reader).title, noindex: true }, body, { status });
}

/** The order that is bought again, when it is this buyer's; anything else tells of nothing. */
async function ownOrder({ ctx }: HttpRequest, orderId: string) {
  const order = (await listOrdersById(ctx, [orderId])).get(orderId);
  return order?.buyerId === requireMember(ctx) ? order : undefined;
}

function choiceOf(values: z.output<typeof choiceForm>): Choice {
  const { service: serviceId, upgrade: upgradeIds, quantity, offer: offerId } = values;
  return { serviceId, upgradeIds, quantity, ...(offerId === undefined ? {} : { offerId }) };
}

async function buy(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  await requireVerified(ctx);
  const form = readForm(buyForm, request.body);
  if (!form.ok) {
    const choice = choiceForm.safeParse(form.raw);
    if (!choice.success) throw new NotFound();
    return show(request, choiceOf(choice.data), {
      status: 422,
      errors: { method: checkoutWords(ctx.reader).errors.method },
    });
  }
  const choice = choiceOf(form.values);
  const {
    shownPriceMinor,
    shownDays,
    shownBalanceMinor,
    method,
    idempotencyKey: key,
  } = form.values;
  const wanted = { ...choice, shownPriceMinor, shownDays, key };
  try {
    if (method === 'balance') {
      const { orderId } = await buyFromBalance(ctx, wanted);
      return seeOther(orderPath(orderId));
    }
    await spendTry(ctx, PAYMENT_LIMIT, requireMember(ctx));
    const useBalance = method === 'mixed';
    const started = await startPurchase(ctx, {
      ...wanted,
      shownBalanceMinor,
      useBalance,
      gateway: defaultGateway,
    });
    const { purchase, payment } = started;
    return seeOther(
      payment.state === 'pending' ? payPath(ctx.site, payment) : purchasePath(purchase.purchaseId),
    );
  } catch (error) {
    const more = differenceOf(error);
    if (!more) throw error;
    return show(request, choice, { ...more, method, status: 409 });
  }
}

/** What the page says is not as it was shown; undefined for refusals that lead elsewhere. */
function differenceOf(error: unknown): Pick<CheckoutPageProps, 'change'> | undefined {
  if (
    error instanceof PriceChanged ||
    error instanceof DeliveryChanged ||
    error instanceof BalanceChanged
  ) {
    return { change: error };
  }
  return error instanceof BalanceTooLow ? {} : undefined;
}

/** Back to the choice: what came in names it. */
function backToChoice(request: HttpRequest): string {
  const choice = choiceForm.safeParse(request.body);
  if (!choice.success) return '/';
  if (choice.data.offer !== undefined) return payOfferPath(choice.data.offer);
  const upgrades = choice.data.upgrade.map((id) => `&upgrade=${id}`).join('');
  return `/checkout?service=${choice.data.service}${upgrades}&quantity=${choice.data.quantity}`;
}

export const checkoutRoutes = [
  get('/checkout', { access: 'member', example: 'checkout' }, async (request) => {
    await requireVerified(request.ctx);
    const choice = choiceForm.safeParse(request.query);
    if (!choice.success) throw new NotFound();
    const { again } = request.query;
    const order = typeof again === 'string' ? await ownOrder(request, again) : undefined;
    return show(request, choiceOf(choice.data), { again: order });
  }),
  post('/checkout', { access: 'member', refusedTo: backToChoice }, buy),
];
