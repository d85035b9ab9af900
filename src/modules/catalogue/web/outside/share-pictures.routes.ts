import { findMemberByHandle, getMember } from '#identity';
import { findPictureVariant } from '#media';
import { get, type Route } from '#platform/http';
import { answerSharePicture, shareRoute } from '#platform/pictures';
import { NotFound } from '#platform/refusals';
import { standingOf } from '#trust';
import { categories } from '../../categories/categories.ts';
import { findPublicService } from '../../listing/find-public-service.ts';
import { categoryCard, sellerCard, serviceCard } from './share-cards.ts';

/** Pictures of shared links: of what there is, and of nothing else. */
export const sharePictureRoutes: Route[] = [
  get('/share/services/:picture', shareRoute, async (request) => {
    const { ctx } = request;
    const number = named(request.params.picture);
    const service = /^[1-9]\d{0,9}$/.test(number) && (await findPublicService(ctx, Number(number)));
    if (!service) throw new NotFound();
    const [tree, seller] = await Promise.all([categories(ctx), getMember(ctx, service.sellerId)]);
    const card = serviceCard(ctx.reader, service, { tree, seller });
    const { pictureId } = card;
    return answerSharePicture(request, {
      name: `services-${service.number}`,
      card,
      ...(pictureId === undefined
        ? {}
        : {
            loadPicture: async () => (await findPictureVariant(ctx, pictureId, '640.webp'))?.bytes,
          }),
    });
  }),
  get('/share/categories/:picture', shareRoute, async (request) => {
    const { ctx } = request;
    const found = (await categories(ctx)).bySlug(named(request.params.picture));
    if (!found) throw new NotFound();
    return answerSharePicture(request, {
      name: `categories-${(found.leaf ?? found.group).key}`,
      card: categoryCard(ctx.reader, found),
    });
  }),
  get('/share/sellers/:picture', shareRoute, async (request) => {
    const { ctx } = request;
    const seller = await findMemberByHandle(ctx, named(request.params.picture));
    if (!seller) throw new NotFound();
    const level = await standingOf(ctx, seller.memberId);
    return answerSharePicture(request, {
      name: `sellers-${seller.memberId}`,
      card: sellerCard(ctx.reader, seller, level),
    });
  }),
];

/** `412.jpg` → `412`; nothing for any other ending. */
function named(picture: string | undefined): string {
  return /^(.+)\.jpg$/.exec(picture ?? '')?.[1] ?? '';
}
