import { categories, queryText } from '#catalogue';
import { get, type Route } from '#platform/http';
import { renderToString } from 'preact-render-to-string';
import { suggest } from '../suggesting/suggest.ts';
import { SuggestionList } from './suggestions.tsx';

export const suggestionRoutes: Route[] = [
  get(
    '/search/suggestions',
    { access: 'public', notAPage: 'a piece of HTML for the search box' },
    async ({ ctx, query }) => {
      const [tree, suggestions] = await Promise.all([
        categories(ctx),
        suggest(ctx, queryText(query, 'q')),
      ]);
      const list = <SuggestionList reader={ctx.reader} tree={tree} suggestions={suggestions} />;
      return {
        kind: 'text',
        status: 200,
        type: 'text/html; charset=utf-8',
        body: renderToString(list),
        // The same beginning is typed by many; a list a minute old is still right.
        headers: { 'cache-control': 'public, max-age=60', 'x-robots-tag': 'noindex' },
      };
    },
  ),
];
