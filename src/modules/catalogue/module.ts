import type { Module } from '#platform/module';
import { reviewRoutes } from './admin/review.routes.tsx';
import { followingListeners } from './jobs/follow-facts.listener.ts';
import { printServicesJob } from './jobs/print-services.job.ts';
import { sweepHolidaysJob } from './jobs/sweep-holidays.job.ts';
import { catalogueWords } from './locales/index.ts';
import { tellSellerOfReview } from './notices/service-reviewed.notice.ts';
import { draftRoutes } from './web/editing/draft.routes.ts';
import { editorRoutes } from './web/editor.routes.tsx';
import { favouritesRoutes } from './web/favourites/favourites.routes.tsx';
import { listingRoutes } from './web/listing.routes.tsx';
import { sellingRoutes } from './web/selling/selling.routes.tsx';
import { myServicesRoutes } from './web/my-services.routes.tsx';
import { sellerRoutes } from './web/seller.routes.tsx';
import { serviceRoutes } from './web/service.routes.tsx';
import { versionsRoutes } from './web/versions/versions.routes.tsx';

export { syncCategories } from './categories/sync-categories.ts';

export const catalogueModule = {
  name: 'catalogue',
  routes: [
    ...listingRoutes,
    ...serviceRoutes,
    ...sellerRoutes,
    ...myServicesRoutes,
    ...editorRoutes,
    ...draftRoutes,
    ...versionsRoutes,
    ...favouritesRoutes,
    ...sellingRoutes,
    ...reviewRoutes,
  ],
  jobs: [sweepHolidaysJob, printServicesJob],
  listeners: [...followingListeners, tellSellerOfReview],
  refusalWords: (locale) => catalogueWords(locale).refusals,
} satisfies Module;
