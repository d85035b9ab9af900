/** A seller's level (SPEC 7.1). */
export type Level = 'new' | 'active' | 'distinguished' | 'trusted';

/** What the world knows about a person before they join. */
export interface MemberContent {
  readonly handle: string;
  readonly displayName: string;
  /** Grammatical gender of the texts that the member writes about themselves. */
  readonly gender: 'f' | 'm';
  /** ISO 3166 code. */
  readonly country: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly headline: string;
  readonly bio: string;
  readonly skills: readonly string[];
  /** ISO 639 codes, the mother tongue first. */
  readonly languages: readonly string[];
  /** How many days before the world's present the member joined. */
  readonly joinedDaysAgo: number;
}

/** A member who sells, with the leaves in which they do. */
export interface SellerContent extends MemberContent {
  readonly level: Level;
  readonly leafKeys: readonly string[];
}

/** An upgrade (SPEC 2.3); `daysDelta` below zero is express. */
export interface UpgradeContent {
  readonly title: string;
  readonly priceMinor: bigint;
  readonly daysDelta: number;
}

/** One question of the requirements form (SPEC 2.2). */
export interface QuestionContent {
  readonly kind: 'text' | 'choice' | 'file';
  readonly label: string;
  readonly required: boolean;
  /** Only for `choice`; empty otherwise. */
  readonly choices: readonly string[];
}

export interface FaqContent {
  readonly question: string;
  readonly answer: string;
}

/** A service as its seller would fill in the form (SPEC 2.2). Prices in US cents. */
export interface ServiceContent {
  readonly key: string;
  readonly groupKey: string;
  readonly leafKey: string;
  readonly sellerHandle: string;
  /** The language in which the seller wrote it. */
  readonly language: 'ar' | 'en';
  readonly title: string;
  /** Plain text: paragraphs parted by an empty line, list lines start with "- ". */
  readonly description: string;
  readonly basePriceMinor: bigint;
  readonly deliveryDays: number;
  readonly tags: readonly string[];
  readonly changesIncluded: number;
  readonly upgrades: readonly UpgradeContent[];
  readonly faq: readonly FaqContent[];
  readonly questions: readonly QuestionContent[];
  /** Languages in which the seller works, ISO 639. */
  readonly languages: readonly string[];
  /** The declaration about AI (SPEC 2.5). */
  readonly aiUse: 'none' | 'assisted';
  readonly coverTitle: string;
  readonly coverSubtitle: string;
  /** Hue of the group, for the covers. */
  readonly hue: number;
  /** How many gallery pictures, 1-4. */
  readonly galleryCount: number;
}
