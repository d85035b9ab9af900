import { type WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  wallet: {
    title: 'My balance',
    lead: 'Where your money is, when it becomes available, and every movement in plain words.',
    total: 'Total',
    available: 'Available to spend',
    availableNote: 'From your top-ups and your cleared earnings',
    withdrawable: 'Withdrawable',
    withdrawableNote: 'From earnings only; what you topped up can be spent, not withdrawn',
    pending: 'Pending',
    pendingNote: 'Earnings waiting out their clearing time',
    topUp: 'Top up',
    clearingTitle: 'When your pending earnings clear',
    clearingOrder: 'Order',
    clearingAmount: 'Amount',
    clearingAt: 'Available on',
    noClearing:
      'No pending earnings now. When a buyer accepts your work, the sum appears here with the day and hour it clears.',
    movements: 'All movements',
    movement: 'Movement',
    movementAt: 'Date',
    movementAmount: 'Amount',
    runningBalance: 'Balance after',
    bucket: 'In',
    buckets: {
      credit: 'Top-up credit',
      earned: 'Cleared earnings',
      pending: 'Pending earnings',
      withdrawing: 'Being withdrawn',
    },
    noMovements: 'No movements yet',
    noMovementsHint: 'Top up to buy your first service, or sell one to start earning.',
    csv: 'Download movements (CSV)',
    older: 'Older movements',
    newest: 'Newest movements',
    payments: 'Latest payments',
    paymentState: 'Status',
    order: (code) => `Order ${code}`,
    openOrder: 'Open the order',
  },
  kinds: {
    top_up: 'Top-up',
    card_refund: 'Refund to the card',
    reserve_from_credit: 'Price of an order reserved in escrow',
    reserve_from_earned: 'Price of an order reserved in escrow from your earnings',
    refund_to_credit: 'Price of an order refunded to your credit',
    refund_to_earned: 'Price of an order refunded to your earnings',
    fee_refund: 'Payment fee refunded',
    release_to_seller: 'Earned from a completed order',
    clearing: 'Clearing time over',
    other: 'Movement',
  },
  topUp: {
    title: 'Top up',
    lead: 'What you top up stays in your balance to buy with whenever you like. Buying from your balance has no fee.',
    amount: 'Amount that reaches your balance',
    amountHint: (min, max) => `From ${min} to ${max}`,
    feeNote: (percent, min, max) =>
      `The payment fee is ${percent} of the amount, at least ${min} and at most ${max}; you see it before you pay.`,
    gateway: 'Payment method',
    sandbox: 'Card (sandbox gateway)',
    go: 'Continue to payment',
    review: 'Work out the total',
    noGateway: 'No payment method is set up on this site right now.',
    summaryAmount: 'Reaches your balance',
    summaryFee: 'Payment fee',
    summaryTotal: 'You pay now',
    errors: {
      required: 'Enter the amount.',
      invalid: 'Enter the amount as a number, such as 20 or 12.50.',
      'too-small': 'The amount is below the minimum.',
      'too-big': 'The amount is above the maximum.',
    },
    description: 'Balance top-up',
  },
  payment: {
    title: 'Payment receipt',
    states: {
      pending: 'Being checked',
      confirmed: 'Paid',
      failed: 'Not accepted',
      cancelled: 'Cancelled',
      expired: 'Expired',
    },
    explain: {
      pending:
        'We are checking your payment with the gateway. This page updates by itself, and nothing is charged twice.',
      waiting: 'You have not finished paying. Continue to the gateway, or cancel.',
      confirmed: 'The amount has reached your balance.',
      paid: 'The gateway took the money for what you bought.',
      failed:
        'The gateway did not accept the payment, and nothing was taken. Try another method or try again.',
      cancelled: 'You cancelled this payment, and nothing was taken.',
      expired:
        'Two hours passed without payment, so we closed it. If money arrives later it is added to your balance.',
    },
    what: 'For',
    amount: 'To your balance',
    price: 'Towards the price',
    fee: 'Payment fee',
    total: 'Total',
    gateway: 'Payment method',
    number: 'Payment number',
    startedAt: 'Started',
    settledAt: 'Ended',
    continue: 'Continue to payment',
    cancel: 'Cancel payment',
    check: 'Check now',
    again: 'Pay again',
    toWallet: 'To my balance',
    toPurchase: 'To my purchase',
    goOn: 'Go on where I was',
  },
  notices: {
    received: {
      title: 'Your top-up has arrived',
      body: (amount) => `${amount} was added to your balance. This is your receipt.`,
    },
    receivedLate: {
      title: 'A late payment was added to your balance',
      body: (amount) =>
        `The payment had been closed when the gateway told us that it took ${amount}. All of it is in your balance.`,
    },
    failed: {
      title: 'Your payment was not accepted',
      body: (amount) =>
        `The gateway did not accept ${amount}, and nothing was taken. Try again or pay another way.`,
    },
    expired: {
      title: 'A payment ran out of time',
      body: (amount) =>
        `${amount} was not paid within two hours, so we closed the payment. Money that still arrives is added to your balance.`,
    },
    cleared: {
      title: 'Earnings have become available',
      body: (amount) =>
        `The clearing time of ${amount} is over: it is now among your available earnings.`,
    },
  },
  csv: ['Date', 'Movement', 'Account', 'Amount', 'Balance after', 'Order'],
  refusals: {
    'payment-ended': 'This payment ended before your request arrived. Here is how it ended.',
    'payment-key-reused':
      'This form was sent before with another amount. Open the top-up page again.',
    'webhook-not-signed': 'The signature is wrong.',
    'payment-in-process':
      'The bank is working on this payment, so it can no longer be called off. We wait for the outcome and show it here.',
    'gateway-down':
      'The payment gateway does not answer right now. Nothing is lost: try again shortly, and we ask it every minute.',
  },
};
