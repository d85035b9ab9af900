import { enPlural } from '#platform/i18n';

export const en = {
  units: {
    hours: (n: number) => enPlural(n, { one: '# hour', other: '# hours' }),
    days: (n: number) => enPlural(n, { one: '# day', other: '# days' }),
    times: (n: number) => (n === 2 ? 'twice' : enPlural(n, { one: 'once', other: '# times' })),
  },
  home: {
    feed: 'New services',
    shareLine: 'The market of small digital services, with escrow',
    description: (price: string) =>
      `A marketplace for small digital services: buy and sell from ${price}, with your money held in escrow until the work is what you agreed on.`,
    lead: (price: string) =>
      `Buy and sell small digital services from ${price}. Your money is held until the work is what you agreed on.`,
    searchPlaceholder: 'What do you need today?',
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
        text: 'The price goes into escrow. It does not reach the seller before there is a delivery, and you can always see where it is.',
      },
      work: {
        title: 'The seller works, you follow',
        text: 'The clock starts when your requirements are complete. Messages, files and countdown share one page.',
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
  homeName: 'Home',
  legal: {
    version: 'In force since',
    contents: 'On this page',
    questions: 'Did not find your answer? Read also:',
    whatIf: 'And what if…',
    browse: 'Browse services',
    names: {
      terms: 'Terms of use',
      privacy: 'Privacy policy',
      refunds: 'Refunds',
    },
  },
  help: {
    title: 'Help centre',
    lead: 'Short answers about buying, selling, money and your account.',
    search: 'Search the help',
    placeholder: 'For example: when do I get a refund?',
    find: 'Search',
    results: 'Search results',
    topics: 'Help topics',
    allTopics: 'All topics',
    nothing: (query: string) => `No answer about “${query}”`,
    nothingText: 'Try one broader word, such as “cancel” or “balance”.',
    found: (n: number) => enPlural(n, { one: '# answer', other: '# answers' }),
    stillStuck: 'Did not find your answer? A person will answer you.',
    write: 'Write to us',
  },
  contact: {
    title: 'Contact us',
    lead: 'Tell us what happened and what you expect. A person reads your message and answers by email.',
    name: 'Your name',
    email: 'Your email',
    emailHint: 'We answer there.',
    topic: 'Subject',
    chooseTopic: 'Choose a subject',
    topics: {
      order: 'An order or a delivery',
      payment: 'Payment, balance or refund',
      account: 'Account or sign-in',
      service: 'A service or its review',
      report: 'Report a violation',
      other: 'Something else',
    },
    order: 'Order number',
    orderHint: 'If it is about an order, such as \u2066#7F3K-92QD\u2069.',
    message: 'Your message',
    messageHint: 'Write no password and no card details.',
    send: 'Send',
    helpFirst: 'The help centre may have your answer right now.',
    toHelp: 'Open the help centre',
    direct: 'Or write to us directly:',
    sentTitle: 'Your message arrived',
    sentText: 'We answer by email. Keep the message number in case you write again.',
    reference: 'Message number',
    another: 'Write another message',
    errors: {
      'name.required': 'Write your name.',
      'name.too-long': 'The name is longer than 60 characters.',
      'email.required': 'Write your email so that we can answer.',
      'email.invalid': 'This email is not right. Check how it is written.',
      'email.too-long': 'This email is not right. Check how it is written.',
      'topic.required': 'Choose a subject.',
      'topic.invalid': 'Choose a subject from the list.',
      'order.invalid':
        'An order number has eight letters and digits, such as \u2066#7F3K-92QD\u2069. Leave it empty if you do not know it.',
      'message.required': 'Write your message.',
      'message.too-short':
        'Write a little more, at least 20 characters, so that we understand what happened.',
      'message.too-long':
        'The message is longer than 4,000 characters. Shorten it, or send the rest after it.',
    } as Record<string, string>,
    wrong: 'Check this field.',
  },
  refusals: {},
};
