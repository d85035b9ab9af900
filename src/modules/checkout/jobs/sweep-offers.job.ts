import { defineJob } from '#platform/jobs';
import { sweepOffers } from '../offers/sweep-offers.ts';

/** Each minute: offers whose time is over, and those that end within a day. */
export const sweepOffersJob = defineJob({
  name: 'checkout.sweep-offers',
  schedule: '* * * * *',
  async run(ctx) {
    await sweepOffers(ctx);
  },
});
