import { formatNumber } from '#platform/i18n';
import { Avatar, Bdi, DateTime, Link, StarRating, useReader, UserText } from '#ui';
import { reviewsWords } from '../locales/index.ts';
import type { Criterion } from '../review.ts';
import type { ShownReview } from '../review-lists.ts';

export interface ReviewCardProps {
  review: ShownReview;
  /** The name under which the answer stands. */
  subjectName?: string;
  /** The service it is about, on a seller's page. */
  about?: { title: string; path: string };
}

/** One review as people read it: stars, words, the edition it is about, the answer. */
export function ReviewCard({ review, subjectName, about }: ReviewCardProps) {
  const words = reviewsWords(useReader());
  const { answer } = review;
  return (
    <article class="review">
      <p class="review-head">
        <Avatar name={review.authorName} seed={review.authorId} size="small" />
        <b>
          <Bdi>{review.authorName}</Bdi>
        </b>
        <StarRating average={review.average} look="five" />
        <span class="mute">
          <DateTime at={review.writtenAt} />
        </span>
      </p>
      <UserText text={review.body} />
      <Details review={review} about={about} />
      {answer && (
        <div class="review-answer">
          <p class="review-head">
            <b>{words.answer.title(`\u2068${subjectName ?? ''}\u2069`)}</b>
            <span class="mute">
              <DateTime at={answer.writtenAt} />
            </span>
          </p>
          <UserText text={answer.body} />
        </div>
      )}
    </article>
  );
}

function Details({ review, about }: Pick<ReviewCardProps, 'review' | 'about'>) {
  const reader = useReader();
  const words = reviewsWords(reader);
  const { given, edition } = review;
  const number = edition && formatNumber(reader, edition.edition);
  return (
    <p class="review-details">
      {given.side === 'buyer' &&
        (Object.keys(words.criteria) as Criterion[]).map((name) => (
          <span key={name}>
            {words.criteria[name]} {formatNumber(reader, given[name])}
          </span>
        ))}
      {given.side === 'buyer' && edition && number && (
        <span>{edition.current ? words.card.edition(number) : words.card.earlier(number)}</span>
      )}
      {about && (
        <span>
          {words.card.about}{' '}
          <Link href={about.path}>
            <Bdi>{about.title}</Bdi>
          </Link>
        </span>
      )}
    </p>
  );
}
