/** Accounts of a member: the holder is the member's id. Never below zero. */
const MEMBER_ACCOUNTS = [
  'member_credit',
  'member_pending',
  'member_earned',
  'member_withdrawing',
] as const;

/** Accounts of the house. They keep no running balance: they are summed from transfers. */
const HOUSE_ACCOUNTS = [
  'commission',
  'fees',
  'ads',
  'gateway_clearing',
  'payout_clearing',
  'promotions',
  'guarantee_reserve',
  'chargebacks',
  'tax',
] as const;

export type MemberAccountKind = (typeof MEMBER_ACCOUNTS)[number];
export type HouseAccountKind = (typeof HOUSE_ACCOUNTS)[number];
export type AccountKind = MemberAccountKind | 'order_escrow' | HouseAccountKind;

/** Every kind of account, in the order of the chart. */
export const ACCOUNT_KINDS: readonly AccountKind[] = [
  ...MEMBER_ACCOUNTS,
  'order_escrow',
  ...HOUSE_ACCOUNTS,
];

/** What each account holds; a balance is credits minus debits (SPEC 6.2). */
export const ACCOUNT_MEANINGS: Readonly<Record<AccountKind, { holder: string; meaning: string }>> =
  {
    member_credit: {
      holder: 'member',
      meaning: 'Top-ups and refunds: spendable, not withdrawable',
    },
    member_pending: { holder: 'member', meaning: 'Earned, clearing: not yet spendable' },
    member_earned: { holder: 'member', meaning: 'Earned and cleared: spendable and withdrawable' },
    member_withdrawing: { holder: 'member', meaning: 'Asked for as a payout, not yet sent' },
    order_escrow: { holder: 'order', meaning: 'The price of an order while the work goes on' },
    commission: { holder: '–', meaning: 'What sellers pay the house' },
    fees: { holder: '–', meaning: 'What buyers pay the house for paying by gateway' },
    ads: { holder: '–', meaning: 'What advertisers pay, before publishers get their share' },
    gateway_clearing: {
      holder: 'gateway',
      meaning: 'Minus what the gateway has taken for us and owes us',
    },
    payout_clearing: { holder: 'rail', meaning: 'What has been sent out by a payout rail' },
    promotions: { holder: '–', meaning: 'Minus what the house has given away' },
    guarantee_reserve: { holder: '–', meaning: 'Set aside to pay what a seller cannot' },
    chargebacks: { holder: '–', meaning: 'Minus what cards took back and nobody has paid yet' },
    tax: { holder: '–', meaning: 'Owed to the tax office' },
  };
