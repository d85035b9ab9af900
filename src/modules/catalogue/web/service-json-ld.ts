import { imageUrl } from '#media';
import type { Reader } from '#platform/i18n';
import { localePath } from '#platform/i18n';
import { decimalText } from '#platform/money';
import { servicePath } from '../catalogue-paths.ts';
import { plainSummary } from '../fragments/rich-text-blocks.ts';
import type { PublicService } from '../listing/find-public-service.ts';

/** schema.org data of a service: what it is, what it costs, where it stands (SPEC 2.7). */
export function serviceJsonLd(
  given: { service: PublicService; origin: string; reader: Reader },
  around: { crumbs: readonly { label: string; href?: string }[]; sellerName: string },
): unknown {
  const { service, origin, reader } = given;
  const url = (path: string) => origin + encodeURI(localePath(reader.locale, path));
  const own = url(servicePath(service.number, service.title));
  const { card } = service;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Product',
        '@id': own,
        url: own,
        name: service.title,
        description: plainSummary(service.description, 300),
        ...(service.imageIds.length > 0
          ? { image: service.imageIds.map((id) => url(imageUrl(id, 1280))) }
          : {}),
        brand: { '@type': 'Person', name: around.sellerName },
        ...(card && card.ratingCount > 0
          ? {
              aggregateRating: {
                '@type': 'AggregateRating',
                ratingValue: card.ratingHundredths / 100,
                reviewCount: card.ratingCount,
              },
            }
          : {}),
        offers: {
          '@type': 'Offer',
          url: own,
          price: decimalText(service.basePriceMinor),
          priceCurrency: 'USD',
          availability: `https://schema.org/${service.state === 'published' ? 'InStock' : 'OutOfStock'}`,
        },
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: around.crumbs.map((crumb, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: crumb.label,
          ...(crumb.href ? { item: url(crumb.href) } : {}),
        })),
      },
    ],
  };
}
