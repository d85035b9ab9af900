import { config } from '#config';
import type { Member } from '#identity';
import { direction, formatMoney, formatNumber, type Reader } from '#platform/i18n';
import { type ShareCard, shareAddress } from '#platform/pictures';
import type { Level } from '#trust';
import { levelName } from '#trust/ui';
import type { SharePicture } from '#ui';
import type { CategoryGroup, CategoryLeaf, CategoryTree } from '../../categories/categories.ts';
import type { PublicService } from '../../listing/find-public-service.ts';
import { catalogueWords } from '../../locales/index.ts';

const HOUSE_HUE = 188;

function frame(reader: Reader) {
  const { locale } = reader;
  const side = direction(locale) === 'rtl' ? 'right' : 'left';
  return { side, brand: config.brand.name[locale], hue: HOUSE_HUE } as const;
}

const nameOf = ({ locale }: Reader, entry: { nameAr: string; nameEn: string }) =>
  locale === 'ar' ? entry.nameAr : entry.nameEn;

type Seller = Pick<Member, 'displayName' | 'handle' | 'headline'>;

/** A service: its category, title, price, rating and seller beside its first picture. */
export function serviceCard(
  reader: Reader,
  service: PublicService,
  around: { tree: CategoryTree; seller: Seller },
): ShareCard {
  const leaf = around.tree.leafOf(service.leafKey);
  const group = leaf && around.tree.groupOf(leaf.groupKey);
  const { card } = service;
  const rating =
    card && card.ratingCount > 0
      ? [`\u2066★ ${formatNumber(reader, card.ratingHundredths / 100)} (${card.ratingCount})\u2069`]
      : [];
  const price = formatMoney(reader, service.basePriceMinor, { trimZeros: true });
  return {
    ...frame(reader),
    ...(leaf ? { lead: nameOf(reader, leaf) } : {}),
    hue: group?.hue ?? HOUSE_HUE,
    title: service.title,
    facts: [
      catalogueWords(reader).shareCard.from(price),
      ...rating,
      `\u2068${around.seller.displayName}\u2069`,
    ].join(' · '),
    pictureId: card?.coverFileId,
  };
}

/** A group or a category. */
export function categoryCard(
  reader: Reader,
  { group, leaf }: { group: CategoryGroup; leaf?: CategoryLeaf | undefined },
): ShareCard {
  return {
    ...frame(reader),
    ...(leaf ? { lead: nameOf(reader, group) } : {}),
    hue: group.hue,
    title: nameOf(reader, leaf ?? group),
    facts: catalogueWords(reader).shareCard.promise,
  };
}

/** A seller: the level, the name, and what they say of themselves. */
export function sellerCard(reader: Reader, seller: Seller, level: Level): ShareCard {
  return {
    ...frame(reader),
    lead: levelName(reader, level),
    title: seller.displayName,
    facts: seller.headline || catalogueWords(reader).shareCard.promise,
  };
}

/** What a page says of the picture that `/share/…` draws of it. */
export function pictureOf(
  kind: 'services' | 'categories' | 'sellers',
  name: string,
  card: ShareCard,
): SharePicture {
  return { path: shareAddress(`/share/${kind}/${name}.jpg`, card), alt: card.title };
}
