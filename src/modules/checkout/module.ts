import type { Module } from '#platform/module';
import { checkoutWords } from './locales/index.ts';
import { sweepOffersJob } from './jobs/sweep-offers.job.ts';
import { queueListeners } from './jobs/follow-orders.listener.ts';
import { checkoutListeners } from './notices/checkout.listener.ts';
import { cartRoutes } from './web/cart/cart.routes.tsx';
import { checkoutRoutes } from './web/checkout.routes.tsx';
import { purchaseRoutes } from './web/purchase.routes.tsx';

export const checkoutModule = {
  name: 'checkout',
  routes: [...checkoutRoutes, ...cartRoutes, ...purchaseRoutes],
  listeners: [...checkoutListeners, ...queueListeners],
  jobs: [sweepOffersJob],
  refusalWords: (locale) => checkoutWords(locale).refusals,
} satisfies Module;
