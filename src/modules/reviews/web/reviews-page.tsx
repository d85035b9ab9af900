import {
  Breadcrumbs,
  type Crumb,
  EmptyState,
  PageHead,
  Pagination,
  Panel,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import type { Rating } from '../figures/rating.ts';
import { RatingSummary } from '../fragments/rating-summary.tsx';
import { ReviewCard } from '../fragments/review-card.tsx';
import { reviewsWords } from '../locales/index.ts';
import type { ShownReview } from '../review-lists.ts';

interface ReviewsPageProps {
  title: string;
  lead: string;
  path: string;
  crumbs: readonly Crumb[];
  rating: Rating;
  reviews: readonly ShownReview[];
  page: number;
  pageCount: number;
  sellerName: string;
  /** On a seller's page: the listed services by id. */
  services?: ReadonlyMap<string, { title: string; path: string }>;
}

/** All reviews of a service or a seller, the newest first. */
export function ReviewsPage(props: ReviewsPageProps) {
  const { rating, reviews, path } = props;
  const words = reviewsWords(useReader()).service;
  return (
    <Wrap narrow>
      <PageHead
        title={props.title}
        lead={props.lead}
        crumbs={<Breadcrumbs items={props.crumbs} />}
      />
      {rating.reviews === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Stack gap={6}>
          <Panel>
            <RatingSummary rating={rating} />
          </Panel>
          <Panel>
            <Stack gap={6}>
              {reviews.map((review) => (
                <ReviewCard
                  key={review.reviewId}
                  review={review}
                  subjectName={props.sellerName}
                  about={props.services?.get(review.serviceId)}
                />
              ))}
            </Stack>
          </Panel>
          <Pagination
            page={props.page}
            pageCount={props.pageCount}
            hrefFor={(page) => (page === 1 ? path : `${path}?page=${page}`)}
          />
        </Stack>
      )}
    </Wrap>
  );
}
