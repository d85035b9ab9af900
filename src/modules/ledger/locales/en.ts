import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  refusals: {
    'insufficient-balance': 'Your balance is not enough. Top up and try again; nothing was taken.',
    'key-reused': 'This was done before with other content. Open the page again.',
    'hold-not-allowed':
      'The withheld amount cannot be changed so: it has ended, was prolonged before, or would last too long.',
  },
};
