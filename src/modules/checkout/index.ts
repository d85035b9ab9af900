export { buyFromBalance } from './buying/buy-from-balance.ts';
export { placePaidPurchase } from './buying/place-paid-purchase.ts';
export { startPurchase } from './buying/start-purchase.ts';
export * from './checkout-errors.ts';
export { type Choice, type Quote, quoteOf } from './quote.ts';
