/** Lengths and counts of a service's parts (SPEC 2.2, 2.3). */
export const limits = {
  titleFrom: 12,
  titleTo: 60,
  descriptionFrom: 200,
  descriptionTo: 2_000,
  images: 5,
  tags: 10,
  tagTo: 30,
  upgrades: 10,
  upgradeTitleTo: 100,
  questions: 12,
  questionTo: 200,
  choices: 12,
  choiceTo: 80,
  faq: 10,
  faqQuestionTo: 150,
  faqAnswerTo: 600,
  rightsTo: 500,
  changesTo: 10,
  drafts: 20,
} as const;

/** Delivery times a seller can promise, in days. */
export const deliveryDayChoices: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 14, 21, 30];

/** Languages one can work in, ISO 639. */
export const workLanguages: readonly string[] = [
  'ar',
  'en',
  'fr',
  'tr',
  'es',
  'de',
  'it',
  'pt',
  'nl',
  'ru',
  'zh',
  'ja',
  'ko',
  'hi',
  'ur',
  'fa',
  'ku',
  'am',
  'so',
  'ms',
  'id',
];
