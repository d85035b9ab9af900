import { getSellableService, servicePath } from '#catalogue';
import { orderPath } from '#orders';
import { asSystem, requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page, seeOther } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { findPayment } from '#wallet';
import { placePaidPurchase } from '../buying/place-paid-purchase.ts';
import type { CartPurchase } from '../cart/cart.ts';
import { findCartPurchase } from '../cart/cart-store.ts';
import { placePaidCart } from '../cart/place-paid-cart.ts';
import { cartPath } from '../checkout-paths.ts';
import { checkoutWords } from '../locales/index.ts';
import type { Purchase } from '../purchase.ts';
import { findPurchase } from '../purchase-store.ts';
import { PurchasePage } from './purchase-page.tsx';

const REFRESH_SECONDS = 4;

/** The buyer's own cart that a gateway pays, brought up to date; undefined when it is none. */
async function ownCart(request: HttpRequest): Promise<CartPurchase | undefined> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const cart = await findCartPurchase(ctx, request.params.purchaseId ?? '');
  if (cart?.buyerId !== memberId) return undefined;
  if (cart.state !== 'waiting' || !cart.paymentId) return cart;
  const payment = await findPayment(ctx, cart.paymentId);
  if (payment?.state !== 'confirmed') return cart;
  return placePaidCart(asSystem(ctx, 'checkout'), cart.purchaseId);
}

/** The buyer's own purchase, brought up to date with its payment; NotFound for anybody else's. */
async function ownPurchase(request: HttpRequest): Promise<Purchase> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const purchase = await findPurchase(ctx, request.params.purchaseId ?? '');
  if (purchase?.buyerId !== memberId) throw new NotFound();
  if (purchase.state !== 'waiting' || !purchase.paymentId) return purchase;
  const payment = await findPayment(ctx, purchase.paymentId);
  if (payment?.state !== 'confirmed') return purchase;
  return placePaidPurchase(asSystem(ctx, 'checkout'), purchase.purchaseId);
}

function showCart({ ctx }: HttpRequest, cart: CartPurchase): Answer {
  if (cart.state === 'placed') {
    const [only] = cart.orderIds;
    if (cart.orderIds.length === 1 && only) return seeOther(orderPath(only));
    return seeOther('/orders', { flash: { tone: 'good', code: 'cart-bought' } });
  }
  const title = cart.lines.map((line) => line.title).join('، ');
  return page(
    { title: checkoutWords(ctx.reader).purchase.title, noindex: true },
    <PurchasePage purchase={cart} title={title} serviceHref={cartPath} />,
    cart.state === 'waiting' ? { refreshSeconds: REFRESH_SECONDS } : {},
  );
}

export const purchaseRoutes = [
  get('/purchases/:purchaseId', { access: 'member', example: 'purchase' }, async (request) => {
    const cart = await ownCart(request);
    if (cart) return showCart(request, cart);
    const purchase = await ownPurchase(request);
    if (purchase.orderId) return seeOther(orderPath(purchase.orderId));
    const service = await getSellableService(request.ctx, purchase.serviceId);
    const head = { title: checkoutWords(request.ctx.reader).purchase.title, noindex: true };
    const body = (
      <PurchasePage
        purchase={purchase}
        title={service.title}
        serviceHref={servicePath(service.number, service.title)}
      />
    );
    return page(
      head,
      body,
      purchase.state === 'waiting' ? { refreshSeconds: REFRESH_SECONDS } : {},
    );
  }),
];
