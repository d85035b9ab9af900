import type { Ctx } from '#platform/context';
import { wholeAddress } from '#platform/i18n';

/** Of a page's context: what whole addresses are made of. */
type At = Pick<Ctx, 'site' | 'reader'>;

/** A thing of schema.org. */
export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

/** The whole address of a path, in the language of the page. */
export function addressOf({ site, reader }: At, path: string): string {
  return wholeAddress(site.publicUrl, reader.locale, path);
}

/** Several things of one page. */
export function graphOf(...things: Thing[]): Record<string, unknown> {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** The way from the home page to this one; the last step needs no address. */
export function breadcrumbList(at: At, crumbs: readonly { label: string; href?: string }[]): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href === undefined ? {} : { item: addressOf(at, href) }),
    })),
  };
}

/** Pages that this one leads to, in their order. */
export function itemList(
  at: At,
  list: { name: string; pages: readonly { name: string; path: string }[] },
): Thing {
  return {
    '@type': 'ItemList',
    name: list.name,
    numberOfItems: list.pages.length,
    itemListElement: list.pages.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      url: addressOf(at, path),
    })),
  };
}
