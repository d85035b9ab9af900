import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  refusals: {
    'not-found': 'We could not find what you are looking for.',
    'sign-in-required': 'Sign in first to go on with what you started.',
    'too-many': 'Too many tries in a short time. Wait a little and try again; nothing was lost.',
    'invalid-input': 'Something in the form needs mending.',
    conflict:
      'Things changed before your request was done. Nothing was carried out; this is how it stands now.',
    'csrf-failed': 'This page has expired. Open it again and retry; nothing was carried out.',
    'role-required': 'We could not find what you are looking for.',
  },
  errorTitle: {
    notFound: 'Page not found',
    notFoundHint: 'The link may have changed or the page is gone. Try a search, or go back home.',
    method: 'This address does not take this kind of request',
    mediaType: 'The format of what was sent is not accepted',
    tooLarge: 'What you sent is larger than allowed',
    tooMany: 'Slow down a little',
    refused: 'Your request could not be carried out',
    broken: 'Something went wrong on our side',
    brokenHint: 'Nothing was lost, and the error was logged so that we mend it. Try again shortly.',
    unavailable: 'Back in a moment',
    unavailableHint:
      'The service is away for a moment. What was completed is kept; reload the page shortly.',
    badRequest: 'We could not understand this request',
  },
  backHome: 'Back to the home page',
  goBack: 'Back to the previous page',
  tryAgain: 'Try again',
};
