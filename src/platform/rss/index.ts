import type { TextAnswer } from '#platform/http';
import { encodedPath } from '#platform/i18n';
import { escapeXml, textElement } from '#platform/xml';

export interface FeedItem {
  title: string;
  /** Whole address. */
  address: string;
  /** What stays the same when the address changes. */
  id: string;
  summary: string;
  author: string;
  at: Date;
  /** Whole address of a small picture. */
  picture?: string | undefined;
}

export interface Feed {
  title: string;
  description: string;
  language: string;
  /** Whole addresses of the page that shows the same, and of the feed itself. */
  page: string;
  self: string;
  items: readonly FeedItem[];
}

/** How long readers, and this process, may keep a feed. */
const KEPT_SECONDS = 900;

/** A feed as the answer of a route. */
export function rssAnswer(feed: Feed): TextAnswer {
  return {
    kind: 'text',
    status: 200,
    type: 'application/rss+xml; charset=utf-8',
    body: writeRss(feed),
    cacheSeconds: KEPT_SECONDS,
  };
}

/** A feed as RSS 2.0, whatever people wrote into the titles; the newest item dates it. */
export function writeRss(feed: Feed): string {
  const newest = feed.items.reduce<Date | undefined>(
    (latest, { at }) => (latest && latest >= at ? latest : at),
    undefined,
  );
  const self = escapeXml(encodedPath(feed.self));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
${textElement('title', feed.title)}
${textElement('link', encodedPath(feed.page))}
<atom:link rel="self" type="application/rss+xml" href="${self}"/>
${textElement('description', feed.description)}
${textElement('language', feed.language)}
${textElement('lastBuildDate', newest?.toUTCString())}
<ttl>${KEPT_SECONDS / 60}</ttl>
${feed.items.map(writeItem).join('\n')}
</channel>
</rss>
`;
}

function writeItem(item: FeedItem): string {
  const picture =
    item.picture && `<media:thumbnail url="${escapeXml(encodedPath(item.picture))}"/>`;
  return [
    '<item>',
    textElement('title', item.title),
    textElement('link', encodedPath(item.address)),
    `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
    textElement('pubDate', item.at.toUTCString()),
    textElement('dc:creator', item.author),
    textElement('description', item.summary),
    picture ?? '',
    '</item>',
  ].join('');
}
