import { formatNumber } from '#platform/i18n';
import { Khatam } from '../icons/khatam.tsx';
import { useReader, useUiWords } from '../page-context.tsx';

export interface StarRatingProps {
  /** 0 to 5. */
  average: number;
  count?: number;
  /** `mark`: one star and the figure. `five`: five stars, for a single review. */
  look?: 'mark' | 'five';
}

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** A rating as the khatam star; read aloud in words. */
export function StarRating({ average, count, look = 'mark' }: StarRatingProps) {
  const reader = useReader();
  const words = useUiWords();
  const figure = formatNumber(reader, average, ONE_DIGIT);
  if (look === 'five') {
    const full = Math.round(average);
    return (
      <span class="stars" role="img" aria-label={words.stars(full)}>
        {[1, 2, 3, 4, 5].map((star) => (
          <Khatam key={star} class={star <= full ? '' : 'khatam-empty'} />
        ))}
      </span>
    );
  }
  const label = count === undefined ? `${figure} / 5` : words.rating(figure, count);
  return (
    <span class="rating" role="img" aria-label={label}>
      <Khatam />
      <span class="rating-figure">{figure}</span>
      {count !== undefined && <span class="rating-count">({formatNumber(reader, count)})</span>}
    </span>
  );
}

/** One criterion of many reviews: name, bar, figure. */
export function RatingBar(props: { label: string; average: number }) {
  const reader = useReader();
  const figure = formatNumber(reader, props.average, ONE_DIGIT);
  return (
    <div class="rating-bar">
      <span>{props.label}</span>
      <svg
        class="bar icon-mirror"
        viewBox="0 0 500 8"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width={Math.round(props.average * 100)} height="8" />
      </svg>
      <b>{figure}</b>
    </div>
  );
}
