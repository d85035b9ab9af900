import { enPlural, type WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  title: 'Checkout',
  lead: 'Look over your choice. The amount is reserved in escrow and reaches the seller only when you accept the work.',
  yourChoice: 'Your choice',
  seller: 'Seller',
  service: 'Service',
  quantity: 'Quantity',
  times: (n) => enPlural(n, { one: '# time', other: '# times' }),
  delivery: 'Delivered within',
  days: (n) => enPlural(n, { one: '# day', other: '# days' }),
  deliveryNote: 'Counted from the moment you have sent complete requirements.',
  price: 'Total',
  payTitle: 'How do you pay?',
  balance: 'From my balance',
  balanceHint: (balance) => `You have ${balance}. No fee.`,
  balanceShort: (missing) => `Your balance is ${missing} short.`,
  gateway: 'By card (sandbox gateway)',
  gatewayHint: (fee, total) => `Payment fee ${fee}; you pay ${total}.`,
  mixed: 'From my balance, the rest by card',
  mixedHint: (balance, rest, fee) =>
    `${balance} from your balance, ${rest} by card with a fee of ${fee}.`,
  topUpInstead: 'Top up first',
  buy: 'Reserve the amount and order',
  escrow:
    'Your money stays in escrow until you accept the work. If it is 24 hours late and nothing was delivered, you can have all of it back.',
  changes: {
    title: 'Something changed since you opened the page',
    price: (shown, price) =>
      `The total was ${shown} and is now ${price}. Nothing was taken. Look at the new total and buy if it suits you.`,
    delivery: (shown, days) =>
      `Delivery took ${shown} and now takes ${days}. Nothing was taken. Buy if the new time suits you.`,
    againPrice: (paid, price) =>
      `You paid ${paid} in your order before; the total is ${price} now.`,
    againDays: (was, now) =>
      `Delivery was within ${was} in your order before, and is within ${now} now.`,
    againUpgrades: (titles) => `The service no longer offers: ${titles}.`,
    againTitle: 'Something changed since your order before',
    balance:
      'Your balance changed since you opened the page, and with it what is paid by card. Nothing was taken. Look at the new amounts.',
  },
  gone: 'This service cannot be bought right now',
  goneHint: 'Its seller paused it. Nothing was taken from you.',
  queueFull: (limit: number) =>
    enPlural(limit, {
      one: 'The seller works on one order of it at a time and is busy with it. It is on sale again when that is delivered. Nothing was taken from you.',
      other:
        'The seller works on # orders of it at a time, and all are being worked on. It is on sale again when one is delivered. Nothing was taken from you.',
    }),
  away: 'The seller is on holiday; their services are on sale again by themselves when they return. Nothing was taken from you.',
  returns: 'Back on',
  backToOffer: 'Back to the offer',
  backToService: 'Back to the service',
  cart: {
    title: 'Cart',
    lead: 'Pay once; an order of its own opens with each seller. Each sum is held until you accept that work.',
    add: 'Add to cart',
    wanted: 'You chose this before signing in:',
    empty: 'Your cart is empty',
    emptyText: 'Gather services of several sellers and pay for them at once.',
    browse: 'Browse services',
    update: 'Update',
    remove: 'Remove from cart',
    services: 'Services',
    pay: 'Reserve the money and order all',
    blocked:
      'A service in the cart cannot be bought now. Remove it to pay for the rest, or wait until it is back.',
    escrow:
      'Each order has its own escrow: its money reaches the seller when you accept the work, and what is cancelled comes back alone.',
    priceWas: (was, now) => `It was ${was} when you added it, and is ${now} now.`,
    daysWere: (was, now) =>
      `Delivery was within ${was} when you added it, and is within ${now} now.`,
    troubles: {
      'cart-changed':
        'The cart changed since you opened the page. Nothing was taken; look at it and pay again.',
      'price-changed':
        'The price of a service changed since you opened the page. Nothing was taken; look at the new total.',
      'delivery-changed':
        'The delivery time of a service changed since you opened the page. Nothing was taken; look at it again.',
      'balance-changed':
        'Your balance changed since you opened the page. Nothing was taken; look at the sums.',
      'balance-too-low': 'Your balance is not enough for the total. Nothing was taken.',
      'queue-full':
        'The queue of a service in the cart is full. Nothing was taken, and no order was opened.',
      'seller-away': 'A seller went on holiday. Nothing was taken, and no order was opened.',
      'service-changed':
        'A service in the cart changed or was paused. Nothing was taken, and no order was opened.',
      'own-service':
        'A service in the cart is your own; nobody buys from themselves. Nothing was taken.',
    },
  },
  purchase: {
    title: 'Purchase',
    waiting: 'We are waiting for the gateway to confirm your payment. This page updates by itself.',
    placed: 'The money arrived and your order is open.',
    returned:
      'The money arrived, but the order could not be opened, so all of it was added to your balance.',
    given_up: 'The payment was not completed, so nothing was bought and nothing was taken.',
    reasons: {
      'offer-closed': 'The offer was not open any more when the payment came.',
      'queue-full': 'Another buyer took the seller’s last place while you paid.',
      'seller-away': 'The seller went on holiday while you paid.',
      'service-changed': 'The seller paused or changed the service during the payment.',
      'price-changed': 'The price of the service changed during the payment.',
      'balance-too-low': 'What was in your balance was spent before the payment arrived.',
      'delivery-changed': 'The delivery time changed during the payment.',
      'own-service': 'This is your own service; nobody buys from themselves.',
      'given-up': 'You had cancelled before the money arrived.',
    },
    tryAgain: 'Buy again',
    toPayment: 'Payment details',
    toWallet: 'To my balance',
    price: 'Price',
    fromBalance: 'From your balance',
    byGateway: 'By card',
    fee: 'Payment fee',
  },
  notices: {
    returnedTitle: 'The amount was added to your balance',
    returnedBody: (title) =>
      `Your payment arrived, but the order for “${title}” could not be opened, so the whole amount is in your balance to spend whenever you like.`,
  },
  errors: {
    method: 'Choose how to pay.',
    quantity: 'A quantity from one to ten.',
  },
  refusals: {
    'offer-closed': 'This offer is not open any more. Nothing was taken.',
    'too-many-open-offers':
      'Three offers of yours wait in this conversation. Withdraw one of them or wait for its answer.',
    'request-waits':
      'A request of yours waits for the seller in this conversation. Withdraw it to write another.',
    'request-settled': 'This request was answered or withdrawn before.',
    'cart-full': ({ limit }) =>
      `There are ${limit} services in the cart, the most that one payment may buy.`,
    'cart-changed': 'The cart changed since you opened the page. Nothing was taken.',
    'added-to-cart': 'Added to the cart.',
    'cart-updated': 'The cart is updated.',
    'removed-from-cart': 'Removed from the cart.',
    'cart-bought':
      'Paid, and an order is open with each seller. Send your instructions in each so that work begins.',
    'queue-full':
      'Another buyer took the last place: the seller is working on all they can of this service. Nothing was taken from you; it is on sale again when an order is delivered.',
    'seller-away':
      'The seller went on holiday before the purchase was done. Nothing was taken from you.',
    'service-changed':
      'The service changed or was paused before you could buy it. Nothing was taken.',
    'price-changed':
      'The price changed since you opened the page. Nothing was taken; look at the new total.',
    'delivery-changed': 'The delivery time changed since you opened the page. Nothing was taken.',
    'balance-changed':
      'Your balance changed since you opened the page. Nothing was taken; look at the amounts.',
    'given-up': 'The purchase had been cancelled before the money arrived.',
    'own-service': 'This is your own service; nobody buys from themselves.',
    'purchase-key-reused':
      'This form was sent before for another purchase. Open the service page again.',
    'balance-too-low': 'Your balance is not enough. Nothing was taken; top up or pay by card.',
  },
};
