import { integerBetween, pick, pickSome, type Random } from '../random.ts';
import type { FaqContent, SellerContent, ServiceContent, UpgradeContent } from '../shapes.ts';
import { composeDescription } from './compose-description.ts';
import type { GroupDraft, LeafDraft, ServiceDraft, UpgradeDraft } from './read-group.ts';

export interface ServicePlace {
  readonly key: string;
  readonly groupKey: string;
  readonly hue: number;
  readonly language: 'ar' | 'en';
  readonly seller: SellerContent;
}

function upgradesOf(
  random: Random,
  drafts: readonly UpgradeDraft[],
  deliveryDays: number,
): UpgradeContent[] {
  const possible = drafts
    .map(({ title, priceMinor, days }) => ({
      title,
      priceMinor,
      daysDelta: 'to' in days ? days.to - deliveryDays : days.by,
      express: 'to' in days || days.by < 0,
    }))
    .filter(({ express, daysDelta }) => !express || daysDelta < 0)
    .filter(({ daysDelta }) => deliveryDays + daysDelta >= 1);
  const count = Math.min(possible.length, integerBetween(random, 2, 4));
  return pickSome(random, possible, count).map(({ express: _, ...upgrade }) => upgrade);
}

function faqOf(random: Random, group: GroupDraft, leaf: LeafDraft): FaqContent[] {
  if (leaf.faq.length > 1) return [...leaf.faq];
  return [...leaf.faq, ...pickSome(random, group.faq, integerBetween(random, 1, 2))];
}

/** Makes a whole service of what was written for it and of the pools; same seed, same service. */
export function composeService(
  random: Random,
  drafts: { group: GroupDraft; leaf: LeafDraft; service: ServiceDraft },
  place: ServicePlace,
): ServiceContent {
  const { group, leaf, service } = drafts;
  const { key, groupKey, hue, language, seller } = place;
  return {
    key,
    groupKey,
    leafKey: leaf.leafKey,
    sellerHandle: seller.handle,
    language,
    title: service.title,
    description: composeDescription(random, { ...drafts, language }),
    basePriceMinor: service.basePriceMinor,
    deliveryDays: service.deliveryDays,
    tags: pickSome(random, leaf.tag, integerBetween(random, 4, 6)),
    changesIncluded: pick(random, [1, 2, 2, 2, 3]),
    upgrades: upgradesOf(random, leaf.up, service.deliveryDays),
    faq: faqOf(random, group, leaf),
    questions: leaf.ask,
    languages: seller.languages,
    aiUse: random() < 0.08 ? 'assisted' : 'none',
    coverTitle: service.coverTitle,
    coverSubtitle: service.coverSubtitle,
    hue,
    galleryCount: pick(random, [1, 2, 2, 3, 3, 4]),
  };
}
