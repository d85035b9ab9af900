import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  levels: {
    new: 'New seller',
    active: 'Active seller',
    distinguished: 'Distinguished seller',
    trusted: 'Trusted seller',
  },
  refusals: {
    'trust-same-standing': 'This is already the member’s level. Nothing was changed.',
    'trust-standing-set': 'The level was changed and the member was told.',
  },
  notice: {
    title: (level: string) => `Your level is now: ${level}`,
    body: 'Your level sets the commission on your coming orders, how long their earnings clear, and how many services you may offer. Running orders stay as they were.',
  },
};
