import { enPlural } from '#platform/i18n';

export const en = {
  units: {
    hours: (n: number) => enPlural(n, { one: '# hour', other: '# hours' }),
    days: (n: number) => enPlural(n, { one: '# day', other: '# days' }),
    times: (n: number) => (n === 2 ? 'twice' : enPlural(n, { one: 'once', other: '# times' })),
  },
  home: {
    description: (price: string) =>
      `A marketplace for small digital services: buy and sell from ${price}, with your money held in escrow until the work is what you agreed on.`,
    lead: (price: string) =>
      `Buy and sell small digital services from ${price}. Your money is held until the work is what you agreed on.`,
    searchPlaceholder: 'What do you need done today?',
    popular: 'Most ordered:',
    categories: 'Categories',
    trusted: 'Services buyers trust',
    newest: 'Just arrived',
    seeAll: 'See all',
    seeCategories: 'All categories',
    protection: 'How your money is protected',
    protectionMore: 'The rules in full',
    steps: {
      reserve: {
        title: 'You pay, the money is held',
        text: () =>
          'The price goes into escrow. It does not reach the seller before there is a delivery, and you can always see where it is.',
      },
      work: {
        title: 'The seller works, you follow',
        text: () =>
          'The clock starts when your requirements are complete. Messages, files and countdown share one page.',
      },
      review: {
        title: 'You receive it: accept, or ask for a change',
        text: (hours: string) =>
          `Take your time: you have ${hours}, and the changes the service includes.`,
      },
      release: {
        title: 'You accept, the seller is paid',
        text: (hours: string) =>
          `And if the seller is more than ${hours} late with nothing delivered, you cancel and get everything back.`,
      },
    },
    sell: {
      title: 'Good at something? Sell it here',
      lead: 'No subscription, no listing fee. We take a commission from completed orders only, and it falls as your level rises.',
      steps: {
        offer: {
          title: 'Offer what you do well',
          text: 'Describe the service, its price and its delivery time; add pictures and upgrades.',
        },
        review: {
          title: 'We review it, then publish it',
          text: 'A person reads it. If something is missing you are told, field by field.',
        },
        earn: {
          title: 'Deliver and be paid',
          text: 'The money is held before you begin. You deliver, the buyer accepts, you earn.',
        },
      },
      fee: (highest: string, lowest: string) => `Commission from ${highest}, falling to ${lowest}`,
      start: 'Add your first service',
      more: 'How selling works',
    },
    figures: {
      label: 'Hirfa in figures',
      services: (n: number) => enPlural(n, { one: 'service on offer', other: 'services on offer' }),
      sellers: (n: number) => enPlural(n, { one: 'seller', other: 'sellers' }),
      orders: (n: number) => enPlural(n, { one: 'order completed', other: 'orders completed' }),
    },
    empty: {
      title: 'No service is published yet',
      text: 'Be the first to offer your craft here.',
    },
  },
  refusals: {},
};
