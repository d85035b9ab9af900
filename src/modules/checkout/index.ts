export { buyFromBalance } from './buying/buy-from-balance.ts';
export { placePaidPurchase } from './buying/place-paid-purchase.ts';
export { startPurchase } from './buying/start-purchase.ts';
export { addToCart } from './cart/add-to-cart.ts';
export { buyCart } from './cart/buy-cart.ts';
export { changeQuantity } from './cart/change-quantity.ts';
export { openCart } from './cart/open-cart.ts';
export { placePaidCart } from './cart/place-paid-cart.ts';
export { removeFromCart } from './cart/remove-from-cart.ts';
export { startCartPurchase } from './cart/start-cart-purchase.ts';
export { declineOffer } from './offers/decline-offer.ts';
export { makeOffer, type OfferInput } from './offers/make-offer.ts';
export {
  DELIVERY_DAYS,
  isOpen,
  LONGEST,
  MOST_CHANGES,
  type Offer,
  OFFER_DAYS,
  type OfferState,
} from './offers/offer.ts';
export { findOffer, listOffers } from './offers/offer-store.ts';
export { sweepOffers } from './offers/sweep-offers.ts';
export { withdrawOffer } from './offers/withdraw-offer.ts';
export { declineRequest } from './requests/decline-request.ts';
export type { OrderRequest } from './requests/order-request.ts';
export { requestOrder, type RequestInput } from './requests/request-order.ts';
export { findRequest, listRequests } from './requests/request-store.ts';
export { withdrawRequest } from './requests/withdraw-request.ts';
export * from './checkout-errors.ts';
export {
  offerDeclined,
  offerExpired,
  offerExpiring,
  offerMade,
  offerWithdrawn,
  orderRequested,
  requestDeclined,
} from './checkout-facts.ts';
export { againPath, cartPath, offerPath, payOfferPath } from './checkout-paths.ts';
export { type Choice, type Quote, quoteOf } from './quote.ts';
