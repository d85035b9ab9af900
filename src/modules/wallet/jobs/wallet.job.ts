import { defineJob } from '#platform/jobs';
import { sweepClearings } from '../clearing/sweep-clearings.ts';
import { pollPayments } from '../payments/poll-payments.ts';

/** Earnings whose days are over become available. */
export const sweepClearingsJob = defineJob({
  name: 'wallet.sweep-clearings',
  schedule: '* * * * *',
  run: async (ctx) => {
    await sweepClearings(ctx);
  },
});

/** What a lost webhook missed is asked for at the gateway. */
export const pollPaymentsJob = defineJob({
  name: 'wallet.poll-payments',
  schedule: '* * * * *',
  run: async (ctx) => {
    await pollPayments(ctx);
  },
});
