import { enPlural, type WordsLike } from '#platform/i18n';
import type { additionsAr } from './additions-ar.texts.ts';

const open = 'Open the order';

/** Words of what is added to a running order and paid for. */
export const additionsEn: WordsLike<typeof additionsAr> = {
  acts: {
    add_upgrade: 'The buyer added an upgrade and paid for it',
    propose_addition: 'The seller proposed an extra',
    withdraw_addition: 'The seller took the proposed extra back',
    agree_addition: 'The buyer accepted the extra and paid for it',
    refuse_addition: 'The buyer declined the extra',
    addition_time_over: 'The proposed extra ended without an answer',
  },
  refusals: {
    'order-additions-are-left':
      'This order has as many additions as an order may have. More than that is a new order.',
    'order-no-addition-open':
      'A proposed extra waits for its answer. Take it back first to propose another.',
    'order-addition-open':
      'No proposed extra is waiting: it was answered, taken back, or its time is over.',
    'order-upgrade-not-sold': 'This upgrade cannot be added to this order now. Nothing was paid.',
    'order-addition-changed':
      'The price or the days changed since you opened the page. Nothing was paid; look at what is offered now.',
    'order-balance-short':
      'Your balance does not cover this addition, and nothing was paid. Top up with the link beside the addition, then try again.',
    'upgrade-added': 'The upgrade is part of the order, and the money is in escrow.',
    'addition-proposed': 'The buyer has your proposal.',
    'addition-agreed': 'You accepted the extra, and the money is in escrow.',
    'addition-refused': 'You declined; the order stays as it is.',
    'addition-withdrawn': 'You took the proposal back; the order stays as it is.',
  },
  errors: {
    'price-range': 'The amount is outside the limits named.',
    'days-range': 'Enter a whole number of days within the limits named.',
  },
  notices: {
    'addition-proposed-buyer': (p) => ({
      title: `The seller proposes an extra: ${p.title}`,
      body: `${p.other} proposes an extra for ${p.amount}. Accept and pay it from your balance, or decline, before ${p.until}. Without an answer it ends and the order stays as it is.`,
      action: 'Read the proposal',
    }),
    'addition-paid-seller': (p) => ({
      title: `The order has grown: ${p.title}`,
      body: `${p.other} paid ${p.amount} for an addition; it is in escrow. The work is now due ${p.until}.`,
      action: open,
    }),
    'addition-paid-buyer': (p) => ({
      title: `Added to your order: ${p.title}`,
      body: `You paid ${p.amount} for an addition; it stays in escrow until you accept the work. The work is now due ${p.until}.`,
      action: open,
    }),
    'addition-refused-seller': (p) => ({
      title: `The extra was declined: ${p.title}`,
      body: `${p.other} declined what you proposed. The order stays as it is.`,
      action: open,
    }),
    'addition-withdrawn-buyer': (p) => ({
      title: `The proposed extra was taken back: ${p.title}`,
      body: `${p.other} took back what was proposed to you. The order stays as it is.`,
      action: open,
    }),
    'addition-silent': (p) => ({
      title: `The proposed extra has ended: ${p.title}`,
      body: 'No answer came in time, so it ended and the order stays as it is. Nothing was paid.',
      action: open,
    }),
    'addition-answer-wanted': (p) => ({
      title: `A proposed extra waits for your answer: ${p.title}`,
      body: `Without an answer before ${p.until} it ends and the order stays as it is.`,
      action: 'Answer',
    }),
  },
  additions: {
    upgrades: 'Add an upgrade to the order',
    upgradesText:
      'It is paid from your balance, stays in escrow until you accept the work, and moves the delivery date.',
    upgradesBack:
      'If you add one now the order goes back to work, and you accept all of it when it is delivered again.',
    balance: (amount) => `Your balance is ${amount}.`,
    pay: (amount) => `Add and pay ${amount}`,
    agreeAndPay: (amount) => `Accept and pay ${amount} from your balance`,
    refuse: 'Decline',
    withdraw: 'Take it back',
    missing: (amount) => `Your balance lacks ${amount}.`,
    topUp: 'Top up your balance',
    moreDays: (n) =>
      n === 0 ? 'no days more' : enPlural(n, { one: 'one day more', other: '# days more' }),
    asked: (title, amount) => `The seller proposes “${title}” for ${amount}`,
    waits: (title, amount) => `You proposed “${title}” for ${amount}`,
    until: (days, until) =>
      `${days}. The proposal ends ${until}; without an answer the order stays as it is.`,
    backToWork: 'Accepting sends the order back to work; all of it is then delivered again.',
    propose: 'Propose an extra for a price',
    proposeText: (hours) =>
      `Work beyond what was bought, or a change after the included ones. The buyer pays if they accept within ${hours} hours, and the money joins the price in escrow.`,
    title: 'What do you add?',
    price: 'Price',
    priceHint: (least, most) => `From ${least} to ${most}.`,
    days: 'How many days does it add?',
    daysHint: (most) => `From 0 to ${most}.`,
    note: 'Details',
    send: 'Send the proposal',
    added: 'Added after the purchase',
    changesUsedUp:
      'The included changes are used up. For another, write to the seller, who can propose it for a price.',
  },
};
