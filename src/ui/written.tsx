import { LRUCache } from 'lru-cache';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { PageProvider, type PageValue } from './page-context.tsx';

const kept = new LRUCache<string, string>({
  maxSize: 6_000_000,
  sizeCalculation: (html) => html.length,
});

/**
 * The HTML of a part of a page, written once for each key. The key names all that the part shows, its
 * language and digits too, so that an old one is never found again.
 */
export function writtenOnce(key: string, page: PageValue, write: () => VNode): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const html = renderToString(<PageProvider value={page}>{write()}</PageProvider>);
  kept.set(key, html);
  return html;
}
