import { defineJob } from '#platform/jobs';
import { recountRatings } from '../figures/recount-ratings.ts';

/** Each night: the figures are counted anew from the reviews; a difference is a bug and is logged. */
export const recountRatingsJob = defineJob({
  name: 'reviews.recount-ratings',
  schedule: '40 2 * * *',
  run: async (ctx) => {
    const differences = await recountRatings(ctx);
    if (differences.length > 0)
      ctx.log.error({ differences }, 'ratings differed from their reviews');
  },
});
