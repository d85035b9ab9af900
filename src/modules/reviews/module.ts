import type { Module } from '#platform/module';
import { appealRoutes } from './admin/appeals.routes.tsx';
import { beginPairs } from './jobs/follow-orders.listener.ts';
import { recountRatingsJob } from './jobs/recount-ratings.job.ts';
import { sweepReviewsJob } from './jobs/sweep-reviews.job.ts';
import { reviewsWords } from './locales/index.ts';
import { noticeListeners } from './notices/reviews.listener.ts';
import { orderReviewRoutes } from './web/order-review.routes.tsx';
import { publicReviewRoutes } from './web/public-reviews.routes.tsx';

export const reviewsModule = {
  name: 'reviews',
  routes: [...orderReviewRoutes, ...publicReviewRoutes, ...appealRoutes],
  jobs: [sweepReviewsJob, recountRatingsJob],
  listeners: [beginPairs, ...noticeListeners],
  refusalWords: (locale) => reviewsWords(locale).refusals,
} satisfies Module;
