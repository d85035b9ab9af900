import type { Module } from '#platform/module';
import { sweepTimersJob } from './jobs/sweep-timers.job.ts';
import { ordersWords } from './locales/index.ts';
import { checkTable } from './moves/check-table.ts';
import { noticeListeners } from './notices/orders.listener.ts';
import { escrowCheck } from './order-escrow.report.ts';

// An order may only move by a whole table: nothing starts without one.
checkTable();

export const ordersModule = {
  name: 'orders',
  routes: [],
  jobs: [sweepTimersJob],
  listeners: noticeListeners,
  refusalWords: (locale) => ordersWords(locale).refusals,
} satisfies Module;

/** What orders add to the proof of the ledger. */
export const orderLedgerChecks = [escrowCheck];
