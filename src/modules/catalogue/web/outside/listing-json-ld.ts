import type { Ctx } from '#platform/context';
import { addressOf, breadcrumbList, graphOf, itemList } from '#platform/json-ld';

interface ListedPlace {
  path: string;
  name: string;
  description: string;
  crumbs: readonly { label: string; href?: string }[];
  /** What it leads to, in the order of the page. */
  pages: readonly { name: string; path: string }[];
}

/** schema.org data of a list: the way to it and what stands in it. */
export function listingJsonLd(ctx: Ctx, place: ListedPlace): unknown {
  const { path, name, description, crumbs, pages } = place;
  const own = addressOf(ctx, path);
  return graphOf(
    {
      '@type': 'CollectionPage',
      '@id': own,
      url: own,
      name,
      description,
      inLanguage: ctx.reader.locale,
      mainEntity: itemList(ctx, { name, pages }),
    },
    breadcrumbList(ctx, crumbs),
  );
}
