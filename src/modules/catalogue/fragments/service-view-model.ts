import type { Member } from '#identity';
import type { Level } from '#trust';
import type { Reader } from '#platform/i18n';
import { categoryPath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import type { GalleryItem } from '../gallery/gallery-items.ts';
import { parseRichText } from './rich-text-blocks.ts';
import type { ServiceViewProps } from './service-view.tsx';
import { catalogueWords } from '../locales/index.ts';
import type { Service } from '../service.ts';

export type ShownService = Pick<
  Service,
  | 'serviceId'
  | 'title'
  | 'leafKey'
  | 'description'
  | 'basePriceMinor'
  | 'deliveryDays'
  | 'changesIncluded'
  | 'quantityMultipliesTime'
  | 'upgrades'
  | 'questions'
  | 'faq'
  | 'tags'
  | 'languages'
  | 'aiUse'
  | 'rightsText'
  | 'imageIds'
>;

export interface ServiceSurroundings {
  tree: CategoryTree;
  seller: Pick<
    Member,
    'memberId' | 'displayName' | 'handle' | 'headline' | 'joinedAt' | 'lastSeenAt'
  >;
  level: Level;
  salesCount: number;
  lateHours: number;
  closed: boolean;
  /** What its pictures and samples are. */
  gallery: readonly GalleryItem[];
}

/** What the view of a service shows, for its page, its preview and its review. */
export function serviceView(
  reader: Reader,
  service: ShownService,
  around: ServiceSurroundings,
): ServiceViewProps {
  const words = catalogueWords(reader);
  const leaf = around.tree.leafOf(service.leafKey);
  const group = leaf && around.tree.groupOf(leaf.groupKey);
  const name = (entry: { nameAr: string; nameEn: string } | undefined) =>
    (reader.locale === 'ar' ? entry?.nameAr : entry?.nameEn) ?? '';
  const { seller, level, salesCount, lateHours, closed } = around;
  return {
    title: service.title,
    crumbs: [
      { label: words.home, href: '/' },
      ...(group ? [{ label: name(group), href: categoryPath(group.slug) }] : []),
      ...(leaf ? [{ label: name(leaf), href: categoryPath(leaf.slug) }] : []),
    ],
    gallery: around.gallery,
    cover: { title: name(leaf), hue: group?.hue ?? 190 },
    seller: {
      sellerId: seller.memberId,
      name: seller.displayName,
      handle: seller.handle,
      level,
      headline: seller.headline,
      joinedAt: seller.joinedAt,
      lastSeenAt: seller.lastSeenAt,
    },
    buy: { ...service, salesCount, lateHours, closed },
    content: {
      ...service,
      description: parseRichText(service.description),
      faq: service.faq.map((entry) => ({ ...entry, blocks: parseRichText(entry.answer) })),
    },
  };
}
