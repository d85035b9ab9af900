import { categoryTree } from './marketplace.categories.ts';

/** What an operator edits: the brand, the languages, the rules, the tree of categories. */

const byLevel = <T>(levels: readonly [T, T, T, T]) => ({
  new: levels[0],
  active: levels[1],
  distinguished: levels[2],
  trusted: levels[3],
});

/**
 * The rules that hold unless a dated row in settings.rules says otherwise (SPEC 16). Amounts are
 * USD cents (bigint), shares are basis points (100 = 1 %), the unit stands in the key or the field.
 */
const rules = {
  /** Base price of a service: from, to, in steps. */
  'service.price': { minMinor: 500n, maxMinor: 2_500n, stepMinor: 500n },
  'upgrade.price': { minMinor: 500n, maxMinor: 10_000n, stepMinor: 500n },
  'custom-offer.price': { minMinor: 500n, maxMinor: 100_000n },
  /** How many services a seller may have, by level (SPEC 2.6). */
  'service.limit': byLevel([6, 10, 25, 50]),
  /** Share of the price the house keeps, by the seller's level at payment. */
  'fee.seller-bps': byLevel([2_000, 1_800, 1_500, 1_200]),
  'fee.own-client-bps': 500,
  /** On the gateway's part only, never on balance; rounded half up to the cent. */
  'fee.buyer': { bps: 500, minMinor: 50n, maxMinor: 500n },
  /** Days of 24 hours from completion until earned money is available, by level. */
  'clearing.days': byLevel([14, 10, 7, 3]),
  'payout.min-minor': 1_000n,
  /** SPEC 5.4: no requirements → reminders, then cancelled with full refund. */
  'order.requirements': { cancelAfterHours: 48, remindAfterHours: [12, 36] },
  /** SPEC 5.4: no word from the seller so long after the clock started → the buyer may cancel. */
  'order.seller-silence-hours': 24,
  /** SPEC 5.5: past due and nothing delivered. */
  'order.late': { buyerMayCancelAfterHours: 24, cancelAfterDays: 7 },
  /** SPEC 5.6: a delivery without an answer. */
  'order.acceptance': { completeAfterHours: 72, remindAfterHours: [24, 48, 66], prolongHours: 72 },
  /** SPEC 5.7. */
  'order.extension': { answerHours: 48, atMost: 2 },
  'order.cancellation': { answerHours: 48 },
  /** SPEC 5.9: after completion a dispute may be opened so long; the order then closes. */
  'order.guarantee-days': 14,
  'dispute.answer-hours': 72,
  'dispute.proposal-hours': 48,
  'dispute.acceptance-hours': 48,
  'review.window-days': 14,
  /** Whoever has not rated is asked so long after completion, and once more so long before the end. */
  'review.reminders': { askAfterHours: 24, lastBeforeEndHours: 72 },
  /** SPEC 7.1: what the next level asks for; shares in basis points, ratings times 100. */
  'level.thresholds': {
    active: { orders: 10, clients: 3, ratingHundredths: 440, completionBps: 8_000, answerBps: 0 },
    distinguished: {
      orders: 50,
      clients: 20,
      ratingHundredths: 460,
      completionBps: 9_000,
      answerBps: 8_500,
    },
    trusted: {
      orders: 100,
      clients: 40,
      ratingHundredths: 470,
      completionBps: 9_500,
      answerBps: 8_500,
    },
  },
  'level.trusted-min-days': 180,
  'level.demotion-notice-days': 30,
  /** Spent in all, for buyer levels one to three (SPEC 7.1). */
  'buyer-level.spent-minor': [5_500n, 20_500n, 100_000n],
  'offers.per-day': byLevel([5, 10, 20, 40]),
  'briefs.open': { withPurchase: 3, withoutPurchase: 1 },
  referral: { bps: 1_000, months: 12 },
  'strike.expiry-days': 180,
  /** SPEC 7.2: the third exchange of contact turns messages before orders off so long. */
  'contact.pause-hours': 48,
};

/** Switches for parts of the site; a row in settings.flags wins. */
const flags = {
  /** Strangers may make an account. */
  'sign-up': true,
};

export const config = {
  brand: {
    name: { ar: 'حِرفة', en: 'Hirfa' },
    motto: { ar: 'حِرفةٌ في اليد أمانٌ من الحاجة', en: 'A craft in the hand is safety from need' },
    supportEmail: 'support@hirfa.example',
    /** Sender of the site's mail. */
    mailFrom: 'حِرفة <no-reply@hirfa.example>',
  },
  /** What every mail says besides its own words. */
  mail: {
    open: { ar: 'افتح في الموقع', en: 'Open on the site' },
    copyLink: {
      ar: 'إن لم يعمل الزر فانسخ هذا الرابط إلى متصفحك:',
      en: 'If the button does not work, copy this address into your browser:',
    },
    whyYou: {
      ar: 'وصلتك هذه الرسالة لأن بريدك مسجّل في',
      en: 'You got this message because your email is registered at',
    },
    stop: { ar: 'لا تصلني رسائل كهذه:', en: 'No more letters like this:' },
    digest: {
      title: { ar: 'ما حدث في يومك', en: 'Your day at a glance' },
      all: { ar: 'كل الإشعارات', en: 'All notifications' },
      stop: { ar: 'أوقف الملخص اليومي:', en: 'Stop the daily letter:' },
    },
  },
  /** Makers of browsers whose addresses pushes are sent to; a leading dot takes every host below. */
  push: {
    services: [
      'fcm.googleapis.com',
      'updates.push.services.mozilla.com',
      '.push.apple.com',
      '.notify.windows.com',
    ],
  },
  /** The first is the default and has no prefix in addresses. */
  languages: ['ar', 'en'] as const,
  currency: 'USD' as const,
  /** For members who have not said theirs. */
  defaultTimeZone: 'Asia/Riyadh',
  /** Versions of the texts a member consents to at sign-up; a new text gets a new version. */
  legal: { termsVersion: '2026-11-01', privacyVersion: '2026-11-01' },
  rules,
  flags,
  categories: categoryTree,
};
