import type { Member } from '#identity';
import { imageUrl } from '#media';
import type { Ctx } from '#platform/context';
import { addressOf, breadcrumbList, graphOf, type Thing } from '#platform/json-ld';
import { decimalText } from '#platform/money';
import { sellerPath, servicePath } from '../../catalogue-paths.ts';
import { plainSummary } from '../../fragments/rich-text-blocks.ts';
import type { PublicService } from '../../listing/find-public-service.ts';

interface Around {
  crumbs: readonly { label: string; href?: string }[];
  seller: Pick<Member, 'displayName' | 'handle'>;
  /** The picture of shared links, for a service without any of its own. */
  picturePath: string;
}

/** schema.org data of a service: what it is, what it costs, where it stands (SPEC 2.7). */
export function serviceJsonLd(ctx: Ctx, service: PublicService, around: Around): unknown {
  const own = addressOf(ctx, servicePath(service.number, service.title));
  const { origin } = new URL(ctx.site.publicUrl);
  const pictures = service.imageIds.map((id) => origin + imageUrl(id, 1280));
  const leaf = around.crumbs.findLast(({ href }) => href?.startsWith('/categories/'));
  const product: Thing = {
    '@type': 'Product',
    '@id': own,
    url: own,
    name: service.title,
    description: plainSummary(service.description, 300),
    sku: String(service.number),
    ...(leaf ? { category: leaf.label } : {}),
    image: pictures.length > 0 ? pictures : [addressOf(ctx, around.picturePath)],
    brand: { '@type': 'Brand', name: around.seller.displayName },
    ...ratingOf(service),
    offers: {
      '@type': 'Offer',
      url: own,
      price: decimalText(service.basePriceMinor),
      priceCurrency: 'USD',
      availability: `https://schema.org/${service.closed === undefined ? 'InStock' : 'OutOfStock'}`,
      seller: {
        '@type': 'Person',
        name: around.seller.displayName,
        url: addressOf(ctx, sellerPath(around.seller.handle)),
      },
    },
  };
  return graphOf(product, breadcrumbList(ctx, around.crumbs));
}

/** Nothing while nobody has rated: an invented or empty rating is worse than none. */
function ratingOf({ card }: PublicService): { aggregateRating?: Thing } {
  if (!card || card.ratingCount === 0) return {};
  return {
    aggregateRating: {
      '@type': 'AggregateRating',
      ratingValue: card.ratingHundredths / 100,
      ratingCount: card.ratingCount,
      bestRating: 5,
      worstRating: 1,
    },
  };
}
