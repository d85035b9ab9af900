import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  levels: {
    new: 'New seller',
    active: 'Active seller',
    distinguished: 'Distinguished seller',
    trusted: 'Trusted seller',
  },
  levelTitle: 'Level',
  changeLevel: 'Change the level',
  newLevel: 'New level',
  reason: 'Reason',
  reasonHint: 'Kept in the record with your name; it is never erased.',
  history: 'Changes of level',
  noHistory: 'The level has not changed yet.',
  change: (from: string, to: string) => `From “${from}” to “${to}”`,
  bySystem: 'The system',
  errors: {
    required: 'Write the reason.',
    'too-short': 'Write a reason others will understand: at least 5 characters.',
    'too-long': 'The reason is longer than 500 characters.',
    invalid: 'Choose a level from the list.',
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
