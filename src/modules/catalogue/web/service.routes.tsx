import { getMember, type Member } from '#identity';
import type { Ctx } from '#platform/context';
import { type Answer, get, movedTo, page, type Route, sharedPage } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { listReviews, ratingOf, serviceReviewsPath } from '#reviews';
import { ReviewsPanel } from '#reviews/ui';
import { ruleAt } from '#settings';
import { standingOf } from '#trust';
import { Banner, type Crumb, DateTime, LinkButton, Section, Stack, Wrap } from '#ui';
import { askPath, myServicePath, servicePath } from '../catalogue-paths.ts';
import { categories, type CategoryTree } from '../categories/categories.ts';
import { plainSummary } from '../fragments/rich-text-blocks.ts';
import { KeepButton } from '../fragments/favourites/keep-button.tsx';
import { SharePanel } from '../fragments/share-panel.tsx';
import { ServiceGrid } from '../fragments/service-grid.tsx';
import { ServiceView } from '../fragments/service-view.tsx';
import { favouritesAmong } from '../favourites/list-favourites.ts';
import { type GalleryItem, galleryItems } from '../gallery/gallery-items.ts';
import { findPublicService, type PublicService } from '../listing/find-public-service.ts';
import { catalogueWords } from '../locales/index.ts';
import { pictureOf, serviceCard } from './outside/share-cards.ts';
import { serviceJsonLd } from './outside/service-json-ld.ts';
import { serviceView } from '../fragments/service-view-model.ts';

export const serviceRoutes: Route[] = [
  get('/services/:numberAndSlug', { access: 'public', example: 'service' }, (request) => {
    const given = request.params.numberAndSlug ?? '';
    return sharedPage(request, `service ${given}`, () => showService(request.ctx, given));
  }),
];

async function showService(ctx: Ctx, given: string): Promise<Answer> {
  const number = /^(\d{1,10})(?:-|$)/.exec(given)?.[1];
  const service = number && (await findPublicService(ctx, Number(number)));
  if (!service) throw new NotFound();
  const path = servicePath(service.number, service.title);
  if (`/services/${given}` !== path) return movedTo(path);
  const [tree, seller, late, gallery] = await Promise.all([
    categories(ctx),
    getMember(ctx, service.sellerId),
    ruleAt(ctx, 'order.late'),
    galleryItems(ctx, service.imageIds),
  ]);
  const favourites = await favouritesAmong(ctx, [
    service.number,
    ...service.similar.map(({ number }) => number),
  ]);
  const own = ctx.actor.kind === 'member' && ctx.actor.memberId === service.sellerId;
  const level = service.card?.sellerLevel ?? (await standingOf(ctx, service.sellerId));
  const view = serviceView(ctx.reader, service, {
    tree,
    seller,
    level,
    salesCount: service.card?.salesCount ?? 0,
    lateHours: late.buyerMayCancelAfterHours,
    closed: own || service.closed !== undefined,
    gallery,
  });
  if (!own) view.seller.askHref = askPath(service.serviceId);
  const words = catalogueWords(ctx.reader).service;
  const head = headOf(ctx, service, { tree, seller, gallery, crumbs: view.crumbs });
  const body = (
    <Wrap>
      <ServiceView
        {...view}
        notice={<Notice service={service} own={own} words={words} />}
        reviews={await reviewsOf(ctx, service, seller.displayName)}
      />
      <div class="listing-body">
        <Stack>
          <KeepButton
            number={service.number}
            path={path}
            kept={favourites.has(service.number)}
            count={service.favouritesCount}
          />
          {/* By its number alone: an Arabic title in an address is sent as a row of percent signs. */}
          <SharePanel path={servicePath(service.number, '')} title={service.title} />
        </Stack>
      </div>
      {service.similar.length > 0 && (
        <Section title={words.similar}>
          <ServiceGrid cards={service.similar} tree={tree} favourites={favourites} />
        </Section>
      )}
    </Wrap>
  );
  return page(head, body, { cacheSeconds: 5 });
}

interface Around {
  tree: CategoryTree;
  seller: Member;
  gallery: readonly GalleryItem[];
  crumbs: readonly Crumb[];
}

/** What search engines and shared links are told of the service. */
function headOf(ctx: Ctx, service: PublicService, { tree, seller, gallery, crumbs }: Around) {
  const imageIds = gallery.flatMap(({ kind, fileId }) => (kind === 'image' ? [fileId] : []));
  const card = serviceCard(ctx.reader, service, { tree, seller });
  const picture = pictureOf('services', `${service.number}`, card);
  return {
    title: service.title,
    description: plainSummary(service.description),
    canonicalPath: servicePath(service.number, service.title),
    noindex: service.closed?.reason === 'paused' || service.closed?.reason === 'hidden',
    picture,
    jsonLd: serviceJsonLd(
      ctx,
      { ...service, imageIds },
      { crumbs, seller, picturePath: picture.path },
    ),
  };
}

/** The first of what buyers say. */
async function reviewsOf(ctx: Ctx, service: PublicService, sellerName: string) {
  const of = { kind: 'service', subjectId: service.serviceId } as const;
  const [rating, reviews] = await Promise.all([
    ratingOf(ctx, of.kind, of.subjectId),
    listReviews(ctx, { ...of, limit: 5 }),
  ]);
  const allPath = serviceReviewsPath(service.number, service.title);
  return <ReviewsPanel {...{ rating, reviews, sellerName, allPath }} />;
}

type Words = ReturnType<typeof catalogueWords>['service'];

function Notice(props: { service: PublicService; own: boolean; words: Words }) {
  const { service, own, words } = props;
  const edit = (
    <LinkButton kind="secondary" size="small" href={myServicePath(service.serviceId)}>
      {words.edit}
    </LinkButton>
  );
  const { closed } = service;
  if (closed) {
    return (
      <Banner tone="warn" title={words.closedTitles[closed.reason]} action={own && edit}>
        {closed.reason === 'queue-full'
          ? words.queueFull(closed.limit)
          : words.closedTexts[closed.reason]}
        {closed.reason === 'away' && (
          <>
            {' '}
            {words.returns} <DateTime at={closed.returnsAt} />
          </>
        )}
      </Banner>
    );
  }
  return own ? <Banner action={edit}>{words.own}</Banner> : null;
}
