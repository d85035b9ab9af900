import { cardsOf, findPublicService, sellerPath, servicePath } from '#catalogue';
import { findMemberByHandle, getMember } from '#identity';
import {
  type Answer,
  get,
  type HttpRequest,
  movedTo,
  page,
  type Route,
  sharedPage,
} from '#platform/http';
import { NotFound } from '#platform/refusals';
import { type FiguresKind, type Rating } from '../figures/rating.ts';
import { ratingOf } from '../figures/rating-of.ts';
import { reviewsWords } from '../locales/index.ts';
import { listReviews, pageCountOf, type ShownReview } from '../review-lists.ts';
import { sellerReviewsPath, serviceReviewsPath } from '../review-paths.ts';
import { ReviewsPage } from './reviews-page.tsx';

/** All reviews of a service, and of everything a seller sells. */
export const publicReviewRoutes: Route[] = [
  get('/services/:numberAndSlug/reviews', { access: 'public', example: 'service' }, (request) =>
    sharedPage(request, `service-reviews ${request.params.numberAndSlug} ${pageIn(request)}`, () =>
      ofService(request),
    ),
  ),
  get('/sellers/:handle/reviews', { access: 'public', example: 'seller' }, (request) =>
    sharedPage(request, `seller-reviews ${request.params.handle} ${pageIn(request)}`, () =>
      ofSeller(request),
    ),
  ),
];

/** The page asked for; 0 for what is no page. */
function pageIn({ query }: HttpRequest): number {
  if (query.page === undefined) return 1;
  return /^[1-9]\d{0,3}$/.test(String(query.page)) ? Number(query.page) : 0;
}

async function ofService(request: HttpRequest): Promise<Answer> {
  const { ctx, params } = request;
  const given = params.numberAndSlug ?? '';
  const number = Number(/^(\d{1,9})(?:-|$)/.exec(given)?.[1] ?? 0);
  const service = await findPublicService(ctx, number);
  if (!service) throw new NotFound();
  const { title, serviceId: subjectId } = service;
  const path = serviceReviewsPath(number, title);
  if (servicePath(number, title) !== `/services/${given}`) return movedTo(path);
  const shown = await pageOf(request, { kind: 'service', subjectId });
  const seller = await getMember(ctx, service.sellerId);
  const words = reviewsWords(ctx.reader).service;
  const head = {
    title: words.pageTitle(title),
    description: words.lead,
    // The page of the service, or of the seller, is the one to be found.
    noindex: true,
  };
  return page(
    head,
    <ReviewsPage
      {...shown}
      title={words.title}
      lead={words.lead}
      path={path}
      crumbs={[{ label: title, href: servicePath(number, title) }, { label: words.title }]}
      sellerName={seller.displayName}
    />,
    { cacheSeconds: 5 },
  );
}

async function ofSeller(request: HttpRequest): Promise<Answer> {
  const { ctx, params } = request;
  const member = await findMemberByHandle(ctx, params.handle ?? '');
  if (!member) throw new NotFound();
  const path = sellerReviewsPath(member.handle);
  if (member.handle !== params.handle) return movedTo(path);
  const shown = await pageOf(request, { kind: 'seller', subjectId: member.memberId });
  const cards = await cardsOf(ctx, [...new Set(shown.reviews.map((one) => one.serviceId))]);
  const words = reviewsWords(ctx.reader).seller;
  const title = words.title(`\u2068${member.displayName}\u2069`);
  const head = {
    title: words.title(member.displayName),
    description: words.lead,
    // The page of the service, or of the seller, is the one to be found.
    noindex: true,
  };
  return page(
    head,
    <ReviewsPage
      {...shown}
      title={title}
      lead={words.lead}
      path={path}
      crumbs={[
        { label: member.displayName, href: sellerPath(member.handle) },
        { label: words.back },
      ]}
      sellerName={member.displayName}
      services={
        new Map(
          cards.map((card) => [
            card.serviceId,
            { title: card.title, path: servicePath(card.number, card.title) },
          ]),
        )
      }
    />,
    { cacheSeconds: 5 },
  );
}

interface Shown {
  rating: Rating;
  reviews: ShownReview[];
  page: number;
  pageCount: number;
}

async function pageOf(
  request: HttpRequest,
  of: { kind: FiguresKind; subjectId: string },
): Promise<Shown> {
  const { ctx } = request;
  const rating = await ratingOf(ctx, of.kind, of.subjectId);
  const pageCount = pageCountOf(rating.reviews);
  const asked = pageIn(request);
  if (asked < 1 || asked > pageCount) throw new NotFound();
  return {
    rating,
    pageCount,
    page: asked,
    reviews: await listReviews(ctx, { ...of, page: asked }),
  };
}
