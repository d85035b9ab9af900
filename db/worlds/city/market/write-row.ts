import { chanceOf, zipfPick } from '../chance.ts';
import type { CitySize } from '../city-size.ts';
import type { LeafWords, Texts } from '../writing/read-texts.ts';
import { penOf } from '../writing/pen.ts';
import { writeService } from '../writing/write-service.ts';
import type { PlannedSeller } from './plan-sellers.ts';
import type { PlannedService } from './plan-services.ts';

/** A service as the database is given it. */
export type ServiceRow = Record<string, unknown>;

/** The member's row of a seller: the profile that strangers read. */
export function sellerRow(size: CitySize, texts: Texts, seller: PlannedSeller): ServiceRow {
  const chance = chanceOf(size.seed, 3, seller.member);
  const words = leafOf(texts, seller.leafKeys[0] ?? '');
  const pen = penOf(texts, { words, taste: { seed: seller.member }, chance, english: false });
  const headline = pen.say('headline').slice(0, 100);
  const bio = [...new Set([pen.say('bio'), pen.say('bio'), pen.say('bio')])]
    .join(' ')
    .slice(0, 1_000);
  const skills = [...new Set([zipfPick(chance, words.thing), zipfPick(chance, words.tool)])];
  return {
    member: seller.member,
    level: seller.level,
    headline,
    bio,
    skills,
    languages: seller.english ? ['ar', 'en'] : ['ar'],
  };
}

/** All that the seller wrote of the service, and the ways buyers may choose of it. */
export function serviceRow(size: CitySize, texts: Texts, service: PlannedService): ServiceRow {
  const chance = chanceOf(size.seed, 4, service.number);
  const { seller, deliveryDays, priceMinor } = service;
  const written = writeService(texts, {
    words: leafOf(texts, service.leafKey),
    taste: { seed: seller.member },
    chance,
    english: seller.english,
    deliveryDays,
  });
  return {
    ...written,
    number: service.number,
    member: seller.member,
    level: seller.level,
    leaf_key: service.leafKey,
    state: service.state,
    price_minor: priceMinor,
    days: deliveryDays,
    changes: service.changesIncluded,
    languages: seller.english ? ['en', 'ar'] : ['ar'],
    ai_use: chance() < 0.08 ? 'assisted' : 'none',
    created: service.createdAt,
    submitted: service.submittedAt,
    published: service.publishedAt,
    weight: service.publishedAt === null || service.state === 'archived' ? 0 : service.weight,
    rating_hundredths: service.ratingHundredths,
  };
}

function leafOf(texts: Texts, leafKey: string): LeafWords {
  const words = texts.leaves.get(leafKey);
  if (!words) throw new Error(`No words for the leaf ${leafKey}`);
  return words;
}
