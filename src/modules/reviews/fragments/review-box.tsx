import { formatDate } from '#platform/i18n';
import { Banner, NextAction, Panel, Stack, usePage, UserText } from '#ui';
import { reviewsWords } from '../locales/index.ts';
import type { ReviewSide } from '../review.ts';
import type { ShownReview } from '../review-lists.ts';
import { ReviewCard } from './review-card.tsx';
import { AnswerForm, AppealForm, ReviewForm, type StandingProps } from './review-forms.tsx';

/** How an order stands with its reviews: the form, the waiting, or what both have said. */
export function ReviewBox(props: StandingProps) {
  const { standing } = props;
  const { reader } = usePage();
  const words = reviewsWords(reader);
  const other = `\u2068${standing.names[standing.side === 'seller' ? 'buyer' : 'seller']}\u2069`;
  const until = formatDate(reader, standing.endsAt, 'weekdayDateTime');
  if (standing.phase === 'opened') return <OpenedPair {...props} />;
  // What one side writes blind is no business of the staff.
  if (!standing.side) return null;
  if (standing.phase === 'over') {
    return (
      <NextAction turn="nobody" title={words.state.over}>
        <p>{words.state.overText}</p>
      </NextAction>
    );
  }
  if (standing.phase === 'waiting') {
    const mine = standing.side === 'buyer' ? standing.byBuyer : standing.bySeller;
    return (
      <NextAction turn="theirs" title={words.state.waiting}>
        <p>{words.state.waitingText(other, until)}</p>
        {mine && <ReviewCard review={mine} />}
      </NextAction>
    );
  }
  const title = standing.side === 'buyer' ? words.form.title : words.form.titleSeller;
  return (
    <NextAction turn="yours" icon="thumbs-up" title={title(other)}>
      <ReviewForm {...props} />
    </NextAction>
  );
}

function OpenedPair(props: StandingProps) {
  const { standing } = props;
  const words = reviewsWords(usePage().reader).state;
  return (
    <Panel title={words.heading} id="review">
      <Stack gap={6}>
        <OneSide {...props} side="buyer" review={standing.byBuyer} />
        <OneSide {...props} side="seller" review={standing.bySeller} />
      </Stack>
    </Panel>
  );
}

function OneSide(props: StandingProps & { side: ReviewSide; review: ShownReview | undefined }) {
  const { standing, side, review } = props;
  const words = reviewsWords(usePage().reader);
  const own = standing.side === side;
  if (!review) {
    const name = `\u2068${standing.names[side]}\u2069`;
    return <p class="mute">{own ? words.state.missingOwn : words.state.missing(name)}</p>;
  }
  const { appeal } = review;
  const aboutMe = standing.side !== undefined && !own;
  if (review.hiddenAt) {
    return (
      <Banner tone="warn">
        {words.appeal.hidden(appeal?.decisionReason ?? '')}
        {own && <UserText text={review.body} />}
      </Banner>
    );
  }
  return (
    <Stack>
      <ReviewCard review={review} subjectName={standing.names.seller} />
      {aboutMe && appeal && (
        <p class="mute">
          {appeal.outcome === 'kept'
            ? words.appeal.kept(appeal.decisionReason ?? '')
            : words.appeal.waiting}
        </p>
      )}
      {aboutMe && standing.mayAnswer && <AnswerForm {...props} />}
      {aboutMe && standing.mayAppeal && <AppealForm {...props} />}
    </Stack>
  );
}
