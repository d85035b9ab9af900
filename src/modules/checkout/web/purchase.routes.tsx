import { getSellableService, servicePath } from '#catalogue';
import { orderPath } from '#orders';
import { asSystem, requireMember } from '#platform/context';
import { get, type HttpRequest, page, seeOther } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { findPayment } from '#wallet';
import { placePaidPurchase } from '../buying/place-paid-purchase.ts';
import { checkoutWords } from '../locales/index.ts';
import type { Purchase } from '../purchase.ts';
import { findPurchase } from '../purchase-store.ts';
import { PurchasePage } from './purchase-page.tsx';

const REFRESH_SECONDS = 4;

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

export const purchaseRoutes = [
  get('/purchases/:purchaseId', { access: 'member', example: 'purchase' }, async (request) => {
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
