import { profileChanged } from '#identity';
import { defineFact, defineListener, type Listener } from '#platform/facts';
import { standingChanged } from '#trust';
import { serviceReviewed, serviceSubmitted } from '../catalogue-facts.ts';
import { countSale } from '../listing/count-sale.ts';
import { refreshSeller } from '../listing/refresh-seller.ts';
import { printService } from '../similar/print-service.ts';

/** Orders stand above the catalogue: their fact is known here by its kind alone. */
const orderCompleted = defineFact<{ orderId: string; serviceId: string }>('orders.order-completed');

/** Cards follow their seller's profile and level, and the orders that were completed. */
export const followingListeners: Listener[] = [
  defineListener('catalogue.seller-profile', profileChanged, (ctx, { memberId }) =>
    refreshSeller(ctx, memberId),
  ),
  defineListener('catalogue.seller-standing', standingChanged, (ctx, { memberId }) =>
    refreshSeller(ctx, memberId),
  ),
  defineListener('catalogue.sale', orderCompleted, (ctx, { orderId, serviceId }) =>
    countSale(ctx, { orderId, serviceId }),
  ),
  defineListener('catalogue.print-submitted', serviceSubmitted, (ctx, { serviceId }) =>
    printService(ctx, serviceId),
  ),
  defineListener('catalogue.print-reviewed', serviceReviewed, (ctx, { serviceId }) =>
    printService(ctx, serviceId),
  ),
];
