import { randomUUID } from 'node:crypto';
import { recallSellableService } from '#catalogue';
import { requireVerified } from '#identity';
import { orderPath } from '#orders';
import { requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page, post, readForm, seeOther } from '#platform/http';
import { isUuid } from '#platform/ids';
import { spendTry } from '#platform/limits';
import { InvalidInput, NotFound, Refusal } from '#platform/refusals';
import { defaultGateway, payPath } from '#wallet';
import { addToCart } from '../../cart/add-to-cart.ts';
import { buyCart } from '../../cart/buy-cart.ts';
import { changeQuantity } from '../../cart/change-quantity.ts';
import { removeFromCart } from '../../cart/remove-from-cart.ts';
import { startCartPurchase } from '../../cart/start-cart-purchase.ts';
import { cartPath, purchasePath } from '../../checkout-paths.ts';
import { checkoutWords } from '../../locales/index.ts';
import { type Quote, quoteOf } from '../../quote.ts';
import { choiceForm } from '../checkout.forms.ts';
import { PAYMENT_LIMIT } from '../payment-limit.ts';
import { payForm } from './cart.forms.ts';
import { CartPage, type CartPageProps } from './cart-page.tsx';
import { cartView } from './cart-view.ts';

const refusedTo = () => cartPath;
const idOf = (request: HttpRequest) => request.params.serviceId ?? '';
const good = (code: string) => seeOther(cartPath, { flash: { tone: 'good', code } });

async function show(
  request: HttpRequest,
  more: Partial<CartPageProps> & { status?: number } = {},
): Promise<Answer> {
  const { ctx } = request;
  const { status = 200, ...props } = more;
  const body = <CartPage view={await cartView(ctx)} idempotencyKey={randomUUID()} {...props} />;
  return page({ title: checkoutWords(ctx.reader).cart.title, noindex: true }, body, { status });
}

/** What the address says was chosen before signing in, unless it is in the cart already or gone. */
async function wantedBy({ ctx, query }: HttpRequest): Promise<Quote | undefined> {
  const choice = choiceForm.safeParse(query);
  if (!choice.success || !isUuid(choice.data.service)) return undefined;
  const { service: serviceId, upgrade: upgradeIds, quantity } = choice.data;
  const service = await recallSellableService(ctx, serviceId).catch(unlessGone);
  if (!service || service.closed || service.sellerId === requireMember(ctx)) return undefined;
  return quoteOf(service, { upgradeIds, quantity });
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}

async function add(request: HttpRequest): Promise<Answer> {
  const choice = choiceForm.safeParse(request.body);
  if (!choice.success) throw new NotFound();
  const { service: serviceId, upgrade: upgradeIds, quantity } = choice.data;
  await addToCart(request.ctx, { serviceId, upgradeIds, quantity });
  return good('added-to-cart');
}

async function change(request: HttpRequest): Promise<Answer> {
  const { ctx, body } = request;
  try {
    await changeQuantity(ctx, { serviceId: idOf(request), quantity: Number(body.quantity) });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const trouble = checkoutWords(ctx.reader).errors.quantity;
    return show(request, { status: 422, trouble, invalid: true });
  }
  return good('cart-updated');
}

async function pay(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  await requireVerified(ctx);
  const form = readForm(payForm, request.body);
  if (!form.ok) {
    const trouble = checkoutWords(ctx.reader).errors.method;
    return show(request, { status: 422, trouble, invalid: true });
  }
  const { line: shown, shownBalanceMinor, method, idempotencyKey: key } = form.values;
  try {
    if (method === 'balance') return placed((await buyCart(ctx, { key, shown })).orderIds);
    await spendTry(ctx, PAYMENT_LIMIT, requireMember(ctx));
    const { cart, payment } = await startCartPurchase(ctx, {
      key,
      shown,
      shownBalanceMinor,
      useBalance: method === 'mixed',
      gateway: defaultGateway,
    });
    return seeOther(
      payment.state === 'pending' ? payPath(ctx.site, payment) : purchasePath(cart.purchaseId),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
    const refusals: Record<string, string> = checkoutWords(ctx.reader).cart.troubles;
    const trouble = refusals[error.code];
    if (!trouble) throw error;
    return show(request, { status: 409, trouble, method });
  }
}

/** One order leads to its room, several to the list of them. */
function placed(orderIds: readonly string[]): Answer {
  const [only] = orderIds;
  if (orderIds.length === 1 && only) return seeOther(orderPath(only));
  return seeOther('/orders', { flash: { tone: 'good', code: 'cart-bought' } });
}

export const cartRoutes = [
  get(cartPath, { access: 'member' }, async (request) =>
    show(request, { wanted: await wantedBy(request) }),
  ),
  post(cartPath, { access: 'member', refusedTo }, add),
  post(`${cartPath}/lines/:serviceId`, { access: 'member', refusedTo }, change),
  post(`${cartPath}/lines/:serviceId/removal`, { access: 'member', refusedTo }, async (request) => {
    await removeFromCart(request.ctx, idOf(request));
    return good('removed-from-cart');
  }),
  post(`${cartPath}/payment`, { access: 'member', refusedTo }, pay),
];
