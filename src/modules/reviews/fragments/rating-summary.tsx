import { RatingBar, StarRating, useReader } from '#ui';
import type { Rating } from '../figures/rating.ts';
import { reviewsWords } from '../locales/index.ts';
import type { Criterion } from '../review.ts';

/** What many reviews say: the average, how many, and each criterion with its bar. */
export function RatingSummary({ rating }: { rating: Rating }) {
  const words = reviewsWords(useReader());
  const { criteria } = rating;
  return (
    <div class="rating-summary">
      <p class="rating-whole">
        <StarRating average={rating.average} />
        <span class="mute">{words.count(rating.reviews)}</span>
      </p>
      {criteria && (
        <div class="rating-bars">
          {(Object.keys(words.criteria) as Criterion[]).map((name) => (
            <RatingBar key={name} label={words.criteria[name]} average={criteria[name]} />
          ))}
        </div>
      )}
    </div>
  );
}
