import { formatDate } from '#platform/i18n';
import {
  Banner,
  Button,
  Disclosure,
  ErrorSummary,
  Form,
  Stack,
  StarInput,
  TextArea,
  usePage,
} from '#ui';
import { reviewsWords } from '../locales/index.ts';
import type { Criterion } from '../review.ts';
import { orderReviewPath } from '../review-paths.ts';
import type { Standing } from '../review-standing.ts';

/** A form that came back refused. */
export interface RefusedForm {
  form: 'review' | 'answer' | 'appeal';
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

export interface StandingProps {
  standing: Standing;
  /** Made anew with each page: the key of the form. */
  formKey: string;
  refused?: RefusedForm;
}

const MAX_BODY = 2_000;
const MAX_SHORT = 1_000;

const typedIn = (refused: RefusedForm | undefined, form: RefusedForm['form']) =>
  refused?.form === form ? { errors: refused.errors, values: refused.values } : {};

/** Stars and words, with how blind it is beside them. */
export function ReviewForm({ standing, formKey, refused }: StandingProps) {
  const { reader } = usePage();
  const words = reviewsWords(reader).form;
  const { criteria } = reviewsWords(reader);
  const buyer = standing.side === 'buyer';
  const other = `\u2068${standing.names[buyer ? 'seller' : 'buyer']}\u2069`;
  return (
    <Form
      action={orderReviewPath(standing.orderId)}
      idempotencyKey={`review-${formKey}`}
      {...typedIn(refused, 'review')}
      aria-label={buyer ? words.title(other) : words.titleSeller(other)}
    >
      <Stack>
        <ErrorSummary />
        {standing.theirsIn && <Banner tone="info">{words.theirsIn(other)}</Banner>}
        {buyer ? (
          (Object.keys(criteria) as Criterion[]).map((name) => (
            <StarInput key={name} name={name} label={criteria[name]} required />
          ))
        ) : (
          <StarInput name="stars" label={words.stars} required />
        )}
        <TextArea
          name="body"
          id="review-body"
          label={words.body}
          hint={buyer ? words.bodyHintBuyer : words.bodyHintSeller}
          required
          maxLength={MAX_BODY}
        />
        <p class="mute">{words.blind(formatDate(reader, standing.endsAt, 'weekdayDateTime'))}</p>
        <Button icon="pen-line">{words.send}</Button>
      </Stack>
    </Form>
  );
}

/** The seller's one answer. */
export function AnswerForm({ standing, refused }: StandingProps) {
  const words = reviewsWords(usePage().reader).answer;
  const typed = typedIn(refused, 'answer');
  return (
    <Disclosure summary={words.summary} open={typed.errors !== undefined}>
      <Form
        action={`${orderReviewPath(standing.orderId)}/answer`}
        {...typed}
        aria-label={words.summary}
      >
        <Stack>
          <TextArea
            name="answer"
            id="review-answer"
            label={words.label}
            hint={words.hint}
            required
            rows={3}
            maxLength={MAX_SHORT}
          />
          <Button kind="secondary">{words.send}</Button>
        </Stack>
      </Form>
    </Disclosure>
  );
}

/** The one appeal against abuse. */
export function AppealForm({ standing, refused }: StandingProps) {
  const words = reviewsWords(usePage().reader).appeal;
  const typed = typedIn(refused, 'appeal');
  return (
    <Disclosure summary={words.summary} open={typed.errors !== undefined}>
      <Form
        action={`${orderReviewPath(standing.orderId)}/appeal`}
        {...typed}
        aria-label={words.summary}
      >
        <Stack>
          <TextArea
            name="reason"
            id="appeal-reason"
            label={words.label}
            hint={words.hint}
            required
            rows={3}
            maxLength={MAX_SHORT}
          />
          <Button kind="quiet">{words.send}</Button>
        </Stack>
      </Form>
    </Disclosure>
  );
}
