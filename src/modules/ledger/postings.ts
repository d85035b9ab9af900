import type { AccountKind } from './account.ts';

interface Posting {
  debit: AccountKind;
  credit: AccountKind;
  /** Both accounts belong to the same member. */
  sameHolder?: true;
  /** When it is posted and what it means, for the chart of accounts. */
  when: string;
}

/**
 * Every kind of transfer there is, and the two accounts it connects. The table ledger.posting_kinds
 * says the same to the database (a test compares them), so that no other transfer can be written.
 */
const POSTINGS = {
  top_up: {
    debit: 'gateway_clearing',
    credit: 'member_credit',
    when: 'A gateway confirmed a payment: its part without the fee becomes the member’s credit',
  },
  top_up_fee: {
    debit: 'gateway_clearing',
    credit: 'fees',
    when: 'The buyer fee on what went through the gateway',
  },
  card_refund: {
    debit: 'member_credit',
    credit: 'gateway_clearing',
    when: 'Credit given back to the card it came from, when asked',
  },
  reserve_from_credit: {
    debit: 'member_credit',
    credit: 'order_escrow',
    when: 'A purchase: the part of the price that credit pays (credit first)',
  },
  reserve_from_earned: {
    debit: 'member_earned',
    credit: 'order_escrow',
    when: 'A purchase: the part of the price that earned money pays',
  },
  refund_to_credit: {
    debit: 'order_escrow',
    credit: 'member_credit',
    when: 'Money back to where it came from: the part that was credit',
  },
  refund_to_earned: {
    debit: 'order_escrow',
    credit: 'member_earned',
    when: 'Money back to where it came from: the part that was earned',
  },
  fee_refund: {
    debit: 'fees',
    credit: 'member_credit',
    when: 'The buyer fee comes back when an order is cancelled before a delivery',
  },
  release_to_seller: {
    debit: 'order_escrow',
    credit: 'member_pending',
    when: 'An order is completed: price minus commission is the seller’s, clearing',
  },
  commission: {
    debit: 'order_escrow',
    credit: 'commission',
    when: 'An order is completed: the commission. Commission and release make the price',
  },
  clearing: {
    debit: 'member_pending',
    credit: 'member_earned',
    sameHolder: true,
    when: 'The clearing days of an order have passed',
  },
  return_from_pending: {
    debit: 'member_pending',
    credit: 'order_escrow',
    when: 'A dispute after completion: the seller’s part comes back, from pending first',
  },
  return_from_earned: {
    debit: 'member_earned',
    credit: 'order_escrow',
    when: 'A dispute after completion: what pending did not cover, from earned',
  },
  commission_return: {
    debit: 'commission',
    credit: 'order_escrow',
    when: 'A dispute after completion: the commission on the returned part',
  },
  guarantee_cover: {
    debit: 'guarantee_reserve',
    credit: 'order_escrow',
    when: 'A dispute after completion: what the seller does not have, paid by the reserve',
  },
  guarantee_recovery_from_pending: {
    debit: 'member_pending',
    credit: 'guarantee_reserve',
    when: 'The reserve takes back what it paid, from later earnings',
  },
  guarantee_recovery_from_earned: {
    debit: 'member_earned',
    credit: 'guarantee_reserve',
    when: 'The reserve takes back what it paid, from cleared earnings',
  },
  guarantee_funding: {
    debit: 'commission',
    credit: 'guarantee_reserve',
    when: 'The operator sets part of the commission aside',
  },
  chargeback: {
    debit: 'chargebacks',
    credit: 'gateway_clearing',
    when: 'A card took its payment back through the gateway',
  },
  chargeback_won: {
    debit: 'gateway_clearing',
    credit: 'chargebacks',
    when: 'The chargeback was answered with the evidence and won',
  },
  chargeback_cover: {
    debit: 'guarantee_reserve',
    credit: 'chargebacks',
    when: 'The order kept the rules: the reserve bears the chargeback',
  },
  chargeback_from_credit: {
    debit: 'member_credit',
    credit: 'chargebacks',
    when: 'Taken from the credit that the payment had become',
  },
  chargeback_from_pending: {
    debit: 'member_pending',
    credit: 'chargebacks',
    when: 'The order broke the rules: netted from the seller’s earnings, clearing',
  },
  chargeback_from_earned: {
    debit: 'member_earned',
    credit: 'chargebacks',
    when: 'The order broke the rules: netted from the seller’s earnings, cleared',
  },
  payout_request: {
    debit: 'member_earned',
    credit: 'member_withdrawing',
    sameHolder: true,
    when: 'A member asks for a payout',
  },
  payout_cancel: {
    debit: 'member_withdrawing',
    credit: 'member_earned',
    sameHolder: true,
    when: 'The payout was withdrawn or refused before it was sent',
  },
  payout_sent: {
    debit: 'member_withdrawing',
    credit: 'payout_clearing',
    when: 'The payout was sent by its rail',
  },
  payout_bounced: {
    debit: 'payout_clearing',
    credit: 'member_earned',
    when: 'The rail gave a sent payout back',
  },
  promotion_credit: {
    debit: 'promotions',
    credit: 'member_credit',
    when: 'Credit given by the house: coupon, first order, goodwill',
  },
  promotion_expiry: {
    debit: 'member_credit',
    credit: 'promotions',
    when: 'Given credit that was not used in time',
  },
  referral_reward: {
    debit: 'commission',
    credit: 'member_pending',
    when: 'The inviter’s share of a commission',
  },
  ad_spend_from_credit: {
    debit: 'member_credit',
    credit: 'ads',
    when: 'Advertising, paid from credit (credit first)',
  },
  ad_spend_from_earned: {
    debit: 'member_earned',
    credit: 'ads',
    when: 'Advertising, paid from earned money',
  },
  ad_refund: {
    debit: 'ads',
    credit: 'member_credit',
    when: 'Clicks found invalid after they were charged',
  },
  publisher_share: {
    debit: 'ads',
    credit: 'member_pending',
    when: 'The publisher’s share of advertising',
  },
  tax_on_fees: { debit: 'fees', credit: 'tax', when: 'Value added tax on buyer fees' },
  tax_on_commission: { debit: 'commission', credit: 'tax', when: 'Value added tax on commission' },
} as const satisfies Record<string, Posting>;

export type TransferKind = keyof typeof POSTINGS;

/** The list as rows, in the order of the chart. */
export function listPostings(): (Posting & { kind: TransferKind })[] {
  return (Object.keys(POSTINGS) as TransferKind[]).map((kind) => ({ kind, ...POSTINGS[kind] }));
}
