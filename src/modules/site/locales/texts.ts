import type { Locale } from '#platform/i18n';
import type { RuleWords } from '../rule-words.ts';
import { ar as marketAr } from './help/market/ar.ts';
import { en as marketEn } from './help/market/en.ts';
import { ar as membershipAr } from './help/membership/ar.ts';
import { en as membershipEn } from './help/membership/en.ts';
import type { HelpTopics } from './help/topics.ts';
import { ar as privacyAr } from './privacy/ar.ts';
import { en as privacyEn } from './privacy/en.ts';
import { ar as protectionAr } from './protection/ar.ts';
import { en as protectionEn } from './protection/en.ts';
import { ar as refundsAr } from './refunds/ar.ts';
import { en as refundsEn } from './refunds/en.ts';
import { ar as termsAr } from './terms/ar.ts';
import { en as termsEn } from './terms/en.ts';

/** The long texts, each by language. */
export const texts = {
  terms: { ar: termsAr, en: termsEn },
  privacy: { ar: privacyAr, en: privacyEn },
  refunds: { ar: refundsAr, en: refundsEn },
  protection: { ar: protectionAr, en: protectionEn },
} as const;

/** All topics of the help centre in one language. */
export function helpTopics(locale: Locale, rules: RuleWords): HelpTopics {
  return locale === 'ar'
    ? { ...marketAr(rules), ...membershipAr(rules) }
    : { ...marketEn(rules), ...membershipEn(rules) };
}
