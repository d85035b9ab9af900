import type { Module } from '#platform/module';
import { staffOrderRoutes } from './admin/staff-orders.routes.tsx';
import { disputeDeskRoutes } from './web/disputes/desk.routes.tsx';
import { disputeRoutes } from './web/disputes/dispute.routes.tsx';
import { sweepTimersJob } from './jobs/sweep-timers.job.ts';
import { ordersWords } from './locales/index.ts';
import { checkTable } from './moves/check-table.ts';
import { noticeListeners } from './notices/orders.listener.ts';
import { escrowCheck, guaranteeCheck, splitsCheck } from './order-escrow.report.ts';
import { orderActRoutes } from './web/order-acts.routes.ts';
import { orderListRoutes } from './web/order-lists.routes.tsx';
import { orderRoomRoutes } from './web/order-room.routes.tsx';

// An order may only move by a whole table: nothing starts without one.
checkTable();

export const ordersModule = {
  name: 'orders',
  routes: [
    ...orderListRoutes,

    ...orderRoomRoutes,
    ...orderActRoutes,
    ...staffOrderRoutes,
    ...disputeRoutes,
    ...disputeDeskRoutes,
  ],
  jobs: [sweepTimersJob],
  listeners: noticeListeners,
  refusalWords: (locale) => ordersWords(locale).refusals,
} satisfies Module;

/** What orders add to the proof of the ledger. */
export const orderLedgerChecks = [escrowCheck, splitsCheck, guaranteeCheck];
