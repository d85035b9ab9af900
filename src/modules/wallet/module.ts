import type { Module } from '#platform/module';
import { clearingsCheck, gatewayClearingCheck } from './gateway-clearing.report.ts';
import { pollPaymentsJob, sweepClearingsJob } from './jobs/wallet.job.ts';
import { walletWords } from './locales/index.ts';
import { walletListeners } from './notices/wallet.listener.ts';
import { paymentRoutes } from './web/payment.routes.tsx';
import { topUpRoutes } from './web/top-up.routes.tsx';
import { walletRoutes } from './web/wallet.routes.tsx';

export const walletLedgerChecks = [gatewayClearingCheck, clearingsCheck];

export const walletModule = {
  name: 'wallet',
  routes: [...walletRoutes, ...topUpRoutes, ...paymentRoutes],
  jobs: [sweepClearingsJob, pollPaymentsJob],
  listeners: walletListeners,
  refusalWords: (locale) => walletWords(locale).refusals,
} satisfies Module;
