import { config } from '#config';
import { findMemberByHandle } from '#identity';
import { imageUrl } from '#media';
import type { Ctx } from '#platform/context';
import { get, movedTo, type Route } from '#platform/http';
import { addressOf } from '#platform/json-ld';
import { NotFound } from '#platform/refusals';
import { rssAnswer } from '#platform/rss';
import { categoryPath, feedPath, sellerPath } from '../../catalogue-paths.ts';
import { categories } from '../../categories/categories.ts';
import { feedItem } from '../../fragments/feed-item.ts';
import { listNewest, type NewestScope } from '../../listing/list-newest.ts';
import { catalogueWords } from '../../locales/index.ts';

const FEED = { access: 'public', notAPage: 'a feed for readers' } as const;

/** What is new: in all of the market, in a group, in a category, of a seller. */
export const feedRoutes: Route[] = [
  get('/services.rss', FEED, ({ ctx }) =>
    answer(ctx, {}, { path: '/services', name: catalogueWords(ctx.reader).listing.allServices }),
  ),
  get('/categories/:slug/feed.rss', FEED, async ({ ctx, params }) => {
    const found = (await categories(ctx)).bySlug(params.slug ?? '');
    if (!found) throw new NotFound();
    const { slug, nameAr, nameEn } = found.leaf ?? found.group;
    const path = categoryPath(slug);
    if (slug !== params.slug) return movedTo(feedPath(path));
    const scope = found.leaf ? { leafKey: found.leaf.key } : { groupKey: found.group.key };
    return answer(ctx, scope, { path, name: ctx.reader.locale === 'ar' ? nameAr : nameEn });
  }),
  get('/sellers/:handle/feed.rss', FEED, async ({ ctx, params }) => {
    const member = await findMemberByHandle(ctx, params.handle ?? '');
    if (!member) throw new NotFound();
    const path = sellerPath(member.handle);
    if (member.handle !== params.handle) return movedTo(feedPath(path));
    return answer(ctx, { sellerId: member.memberId }, { path, name: member.displayName });
  }),
];

async function answer(ctx: Ctx, scope: NewestScope, place: { path: string; name: string }) {
  const words = catalogueWords(ctx.reader).feed;
  const newest = await listNewest(ctx, scope);
  const at = { reader: ctx.reader, origin: ctx.site.publicUrl };
  return rssAnswer({
    title: `${words.title(place.name)} · ${config.brand.name[ctx.reader.locale]}`,
    description: words.description(place.name),
    language: ctx.reader.locale,
    page: addressOf(ctx, place.path),
    self: addressOf(ctx, feedPath(place.path)),
    items: newest.map((service) =>
      feedItem(at, service, service.coverFileId ? imageUrl(service.coverFileId, 640) : undefined),
    ),
  });
}
