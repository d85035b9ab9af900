import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  title: 'Card payment (sandbox)',
  warning: 'This is a sandbox: do not enter a real card; no real money is taken.',
  payTo: 'Payment to Hirfa',
  amount: 'Amount',
  outcome: 'What should happen?',
  outcomes: {
    success: 'The payment succeeds',
    'three-d-secure': 'The bank asks for confirmation (3-D Secure)',
    decline: 'The card is declined',
    delay: 'The bank is slow and accepts after 12 seconds',
  },
  delivery: 'When does the site hear of it?',
  deliveries: {
    now: 'At once',
    late: '10 seconds late',
    twice: 'Twice',
    'out-of-order': 'Out of order',
    never: 'Never (polling repairs it)',
  },
  pay: 'Pay',
  payAndClose: 'Pay and close the page without returning',
  back: 'Return to the site without paying',
  secureTitle: 'Confirmation by the bank',
  secureText: 'The bank has sent a code to your phone. Here any code of 4 digits is right.',
  code: 'Confirmation code',
  confirm: 'Confirm payment',
  decline: 'Refuse the payment',
  codeWrong: 'The code has 4 digits.',
  closedTitle: 'Paid at the gateway',
  closedText:
    'Close this page now: as if the line broke before you got back. The site will learn the outcome by itself.',
  decidedTitle: 'This payment is over',
  decidedText: 'The outcome of this payment has already been decided.',
  return: 'Return to the site',
  refusals: {
    'not-signed': 'The signature is wrong.',
  },
};
