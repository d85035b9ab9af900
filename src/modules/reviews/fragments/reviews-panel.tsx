import { Link, Panel, Stack, useReader } from '#ui';
import type { Rating } from '../figures/rating.ts';
import { reviewsWords } from '../locales/index.ts';
import type { ShownReview } from '../review-lists.ts';
import { RatingSummary } from './rating-summary.tsx';
import { ReviewCard } from './review-card.tsx';

export interface ReviewsPanelProps {
  title?: string;
  rating: Rating;
  reviews: readonly ShownReview[];
  sellerName: string;
  /** Where all of them are. */
  allPath: string;
}

/** The first reviews of a service or a seller on their page. */
export function ReviewsPanel(props: ReviewsPanelProps) {
  const { rating, reviews, sellerName } = props;
  const words = reviewsWords(useReader()).service;
  return (
    <Panel title={props.title ?? words.title} id="reviews">
      {rating.reviews === 0 ? (
        <p class="mute">{words.noneText}</p>
      ) : (
        <Stack gap={6}>
          <RatingSummary rating={rating} />
          {reviews.map((review) => (
            <ReviewCard key={review.reviewId} review={review} subjectName={sellerName} />
          ))}
          {rating.reviews > reviews.length && (
            <p>
              <Link href={props.allPath}>{words.all}</Link>
            </p>
          )}
        </Stack>
      )}
    </Panel>
  );
}
