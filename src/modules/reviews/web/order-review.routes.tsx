import { randomUUID } from 'node:crypto';
import { getOrder, orderPath } from '#orders';
import { requireMember } from '#platform/context';
import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { type Limit, spendTry } from '#platform/limits';
import { InvalidInput } from '#platform/refusals';
import { EmptyState, LinkButton, PageHead, Breadcrumbs, Wrap } from '#ui';
import type { z } from 'zod';
import { answerReview } from '../answers/answer-review.ts';
import { askAppeal } from '../appeals/ask-appeal.ts';
import { ReviewBox } from '../fragments/review-box.tsx';
import type { RefusedForm } from '../fragments/review-forms.tsx';
import { reviewsWords } from '../locales/index.ts';
import { orderReviewPath } from '../review-paths.ts';
import { reviewStanding } from '../review-standing.ts';
import { writeReview } from '../writing/write-review.ts';
import { answerForm, appealForm, reviewForm } from './review.forms.ts';

/** SPEC 7.5. */
const LIMIT: Limit = { act: 'review', points: 60, windowSeconds: 3_600 };

const idOf = (request: HttpRequest) => request.params.orderId ?? '';
const pathOf = (request: HttpRequest) => orderReviewPath(idOf(request));

interface Act<S extends z.ZodType> {
  path: string;
  form: RefusedForm['form'];
  schema: S;
  /** Answers the word that says it was done. */
  run(request: HttpRequest, values: z.output<S>): Promise<string>;
}

function act<S extends z.ZodType>({ path, form, schema, run }: Act<S>): Route {
  return post(path, { access: 'member', refusedTo: pathOf }, async (request) => {
    await spendTry(request.ctx, LIMIT, requireMember(request.ctx));
    const given = readForm(schema, request.body);
    if (!given.ok) return show(request, { form, codes: given.errors });
    try {
      const code = await run(request, given.values);
      return seeOther(pathOf(request), { flash: { tone: 'good', code } });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return show(request, { form, codes: error.fields });
    }
  });
}

/** Where the two sides of an order rate each other, answer and appeal (SPEC 5.10). */
export const orderReviewRoutes: Route[] = [
  get('/orders/:orderId/review', { access: 'member', example: 'reviewed-order' }, (request) =>
    show(request),
  ),
  act({
    path: '/orders/:orderId/review',
    form: 'review',
    schema: reviewForm,
    run: async (request, { idempotencyKey: key = randomUUID(), ...given }) => {
      const { opened } = await writeReview(request.ctx, { ...given, orderId: idOf(request), key });
      return opened ? 'reviews-opened' : 'review-written';
    },
  }),
  act({
    path: '/orders/:orderId/review/answer',
    form: 'answer',
    schema: answerForm,
    run: async (request, { answer }) => {
      await answerReview(request.ctx, { orderId: idOf(request), answer });
      return 'review-answered';
    },
  }),
  act({
    path: '/orders/:orderId/review/appeal',
    form: 'appeal',
    schema: appealForm,
    run: async (request, { reason }) => {
      await askAppeal(request.ctx, { orderId: idOf(request), reason });
      return 'review-appealed';
    },
  }),
];

async function show(
  request: HttpRequest,
  failed?: { form: RefusedForm['form']; codes: Record<string, string> },
): Promise<Answer> {
  const { ctx } = request;
  const order = await getOrder(ctx, idOf(request));
  const standing = await reviewStanding(ctx, order);
  const words = reviewsWords(ctx.reader);
  const problems = words.problems as Record<string, string>;
  const refused = failed && {
    form: failed.form,
    values: formValues(request.body),
    errors: Object.fromEntries(
      Object.entries(failed.codes).map(([field, code]) => [
        field,
        problems[code] ?? words.problems.invalid,
      ]),
    ),
  };
  const room = orderPath(order.orderId);
  return page(
    { title: words.state.page, noindex: true },
    <Wrap narrow>
      <PageHead
        title={words.state.page}
        crumbs={
          <Breadcrumbs items={[{ label: order.title, href: room }, { label: words.state.page }]} />
        }
      />
      {standing ? (
        <ReviewBox standing={standing} formKey={randomUUID()} refused={refused} />
      ) : (
        <EmptyState
          title={words.state.notYet}
          action={<LinkButton href={room}>{words.state.backToOrder}</LinkButton>}
        >
          {words.state.notYetText}
        </EmptyState>
      )}
    </Wrap>,
    { status: failed ? 422 : 200 },
  );
}
