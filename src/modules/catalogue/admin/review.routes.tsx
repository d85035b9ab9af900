import { getMember } from '#identity';
import {
  formValues,
  type FormValues,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { Refusal } from '#platform/refusals';
import { ruleAt } from '#settings';
import { standingOf } from '#trust';
import { reviewPath } from '../catalogue-paths.ts';
import { categories } from '../categories/categories.ts';
import { galleryItems } from '../gallery/gallery-items.ts';
import { catalogueWords } from '../locales/index.ts';
import { approveService } from '../reviewing/approve-service.ts';
import { findServiceContact } from '../reviewing/find-service-contact.ts';
import { getServiceForReview } from '../reviewing/get-service-for-review.ts';
import { listWaitingReviews } from '../reviewing/list-waiting-reviews.ts';
import { reasonLength, rejectService, reviewedFields } from '../reviewing/reject-service.ts';
import { inputOf, type ServiceInput } from '../editing/service-input.ts';
import { contentTexts } from '../fragments/content-texts.ts';
import { serviceView } from '../fragments/service-view-model.ts';
import { findSimilar } from '../similar/find-similar.ts';
import { compareTexts } from '../versions/compare-texts.ts';
import { revisedService } from '../versions/revision.ts';
import { ReviewPage, ReviewQueuePage } from './review-page.tsx';

const access = { roles: ['reviewer'] } as const;
const idOf = (request: HttpRequest) => request.params.serviceId ?? '';
const refusedTo = (request: HttpRequest) => reviewPath(idOf(request));

export const reviewRoutes: Route[] = [
  get('/staff/reviews', { access }, async ({ ctx }) => {
    const [queue, tree] = await Promise.all([listWaitingReviews(ctx), categories(ctx)]);
    const title = catalogueWords(ctx.reader).review.title;
    return page({ title, noindex: true }, <ReviewQueuePage {...queue} tree={tree} />);
  }),
  get('/staff/reviews/:serviceId', { access, example: 'waiting-service' }, (request) =>
    reviewPage(request, {}),
  ),
  post('/staff/reviews/:serviceId/approval', { access, refusedTo }, async (request) => {
    const { ctx, body } = request;
    await approveService(ctx, { serviceId: idOf(request), version: Number(body.version) });
    return seeOther('/staff/reviews', { flash: { tone: 'good', code: 'service-approved' } });
  }),
  post('/staff/reviews/:serviceId/rejection', { access, refusedTo }, async (request) => {
    const { ctx, body } = request;
    const values = formValues(body);
    const reasons = Object.fromEntries(
      reviewedFields.map((field) => [
        field,
        typeof values[field] === 'string' ? values[field] : '',
      ]),
    );
    try {
      await rejectService(ctx, {
        serviceId: idOf(request),
        version: Number(body.version),
        reasons,
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'reason-missing') throw error;
      return reviewPage(request, { errors: reasonProblems(request, reasons), values });
    }
    return seeOther('/staff/reviews', { flash: { tone: 'good', code: 'service-rejected' } });
  }),
];

function reasonProblems(
  request: HttpRequest,
  reasons: Record<string, string>,
): Record<string, string> {
  const words = catalogueWords(request.ctx.reader).problems;
  const { from, to } = reasonLength;
  const wrong = reviewedFields.filter((field) => {
    const { length } = (reasons[field] ?? '').trim();
    return length > 0 && (length < from || length > to);
  });
  if (wrong.length === 0) return { title: words['reason-needed'] };
  return Object.fromEntries(wrong.map((field) => [field, words.reason]));
}

async function reviewPage(
  request: HttpRequest,
  refused: { errors?: Record<string, string>; values?: FormValues },
) {
  const { ctx } = request;
  const { service, history } = await getServiceForReview(ctx, idOf(request));
  const { revision } = service;
  const [tree, seller, level, late, gallery] = await Promise.all([
    categories(ctx),
    getMember(ctx, service.sellerId),
    standingOf(ctx, service.sellerId),
    ruleAt(ctx, 'order.late'),
    galleryItems(ctx, revisedService(service).imageIds),
  ]);
  const lateHours = late.buyerMayCancelAfterHours;
  const around = { tree, seller, level, salesCount: 0, lateHours, closed: true, gallery };
  const similar = await findSimilar(ctx, revisedService(service));
  const view = serviceView(ctx.reader, revisedService(service), around);
  const texts = (content: ServiceInput) => contentTexts(ctx.reader, content, tree);
  const compared = revision && {
    changes: compareTexts(texts(inputOf(service)), texts(revision.content)),
    beforeImages: service.imageIds,
    afterImages: revision.content.imageIds,
  };
  const contact = findServiceContact(ctx, revision?.content ?? inputOf(service));
  const title = catalogueWords(ctx.reader).review.title;
  const about = { service, view, compared, similar, contact, history };
  const body = <ReviewPage {...about} {...refused} />;
  return page({ title, noindex: true }, body, { status: refused.errors ? 422 : 200 });
}
