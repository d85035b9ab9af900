import { config } from '#config';
import { listNewest, queryText } from '#catalogue';
import { feedItem } from '#catalogue/ui';
import { imageUrl } from '#media';
import { get, type Route } from '#platform/http';
import { addressOf } from '#platform/json-ld';
import { NotFound } from '#platform/refusals';
import { rssAnswer } from '#platform/rss';
import { searchWords } from '../../locales/index.ts';
import { searchServices } from '../../querying/search-services.ts';
import { searchFeedPath } from './search-feed-path.ts';

/** The newest services that answer a query, for feed readers. */
export const searchFeedRoutes: Route[] = [
  get('/search.rss', { access: 'public', notAPage: 'a feed for readers' }, async (request) => {
    const { ctx, query } = request;
    const text = queryText(query, 'q').slice(0, 120).toWellFormed();
    if (text === '') throw new NotFound();
    const question = { text, filters: {}, sort: 'newest', page: 1, counted: false } as const;
    const { cards, givenUp } = await searchServices(ctx, question);
    // Who follows a question waits for its answer: what holds some of the words is no news of it.
    const answers = givenUp.length > 0 ? [] : cards.map(({ serviceId }) => serviceId);
    const newest = await listNewest(ctx, { serviceIds: answers });
    const title = searchWords(ctx.reader).titleFor(text);
    const at = { reader: ctx.reader, origin: ctx.site.publicUrl };
    return rssAnswer({
      title: `${title} · ${config.brand.name[ctx.reader.locale]}`,
      description: title,
      language: ctx.reader.locale,
      page: addressOf(ctx, `/search?q=${encodeURIComponent(text)}&sort=newest`),
      self: addressOf(ctx, searchFeedPath(text)),
      items: newest.map((service) =>
        feedItem(at, service, service.coverFileId ? imageUrl(service.coverFileId, 640) : undefined),
      ),
    });
  }),
];
