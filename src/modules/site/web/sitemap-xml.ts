import { type Locale, LOCALES, wholeAddress } from '#platform/i18n';
import { escapeXml, textElement } from '#platform/xml';

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';
const MAPS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

/** A page of the map: its path without language, and when its content last changed. */
export interface MappedPage {
  path: string;
  changedAt?: Date | undefined;
}

/** The map of maps. */
export function sitemapIndex(addresses: readonly string[]): string {
  const entries = addresses.map(
    (address) => `<sitemap><loc>${escapeXml(address)}</loc></sitemap>\n`,
  );
  return `${HEADER}<sitemapindex ${MAPS}>\n${entries.join('')}</sitemapindex>\n`;
}

/** One file of the map, written as its pages come: every page in each language, naming the others. */
export async function* sitemapFile(
  origin: string,
  pages: AsyncIterable<readonly MappedPage[]>,
): AsyncGenerator<string> {
  yield `${HEADER}<urlset ${MAPS} ${XHTML}>\n`;
  for await (const some of pages) yield some.map((page) => urlEntry(origin, page)).join('');
  yield '</urlset>\n';
}

function urlEntry(origin: string, { path, changedAt }: MappedPage): string {
  const address = (locale: Locale) => escapeXml(wholeAddress(origin, locale, path));
  const same = [...LOCALES.map((locale) => [locale, locale] as const), ['x-default', 'ar'] as const]
    .map(
      ([name, locale]) =>
        `<xhtml:link rel="alternate" hreflang="${name}" href="${address(locale)}"/>`,
    )
    .join('');
  const changed = textElement('lastmod', changedAt?.toISOString());
  return LOCALES.map(
    (locale) => `<url><loc>${address(locale)}</loc>${changed}${same}</url>\n`,
  ).join('');
}
