import type { WrittenMembershipHelp } from '../topics.ts';

export const en: WrittenMembershipHelp = (rules) => ({
  selling: {
    title: 'Selling',
    lead: 'Offer what you do well, deliver, grow.',
    sections: {
      start: {
        title: 'How do I offer my first service?',
        blocks: [
          'Confirm your email, then “My services” and “Add a service”. Write a title that says what you do, a description that says what the buyer gets, and the questions you need answered to begin. Add pictures of your work, see it as buyers will, and send it for review.',
        ],
      },
      review: {
        title: 'Why are services reviewed, and why was mine sent back?',
        blocks: [
          'To keep the market clean and clear. If it was sent back, the reason stands beside each field; mend it and send it again with one press. Small corrections and price changes pass at once; a change of meaning is reviewed as a new version, and your service stays listed and sells as it is until it is approved.',
        ],
      },
      prices: {
        title: 'How do I price my service?',
        blocks: [
          `The base price is from ${rules.priceFrom} to ${rules.priceTo}. Begin with a small, clear service at a price you can keep, and put the rest into upgrades.`,
        ],
      },
      levels: {
        title: 'What are seller levels?',
        blocks: [
          'The higher your level, the lower the commission, the sooner your earnings clear, and the more services you may offer.',
          {
            table: {
              caption: 'What each level gives',
              head: ['Level', 'Commission', 'Earnings clear after', 'Services'],
              rows: (['new', 'active', 'distinguished', 'trusted'] as const).map((level) => [
                rules.levelNames[level],
                rules.commission[level],
                rules.clearing[level],
                rules.serviceLimit[level],
              ]),
            },
          },
        ],
      },
      deliver: {
        title: 'How do I deliver?',
        blocks: [
          'On the order’s page: attach the files, write what you did, and say whether you used AI. You may hand in a part first, then the rest. What is handed over elsewhere does not count.',
        ],
      },
      pause: {
        title: 'I want to stop for a while',
        blocks: [
          'Pause your services under “My services”: they leave the lists, cannot be bought, and come back as they were when you like. Running orders remain yours to finish.',
        ],
      },
    },
  },
  earnings: {
    title: 'Earnings',
    lead: 'When you are paid, and how much.',
    sections: {
      when: {
        title: 'When am I paid?',
        blocks: [
          `When the buyer accepts, or ${rules.acceptance.complete} after the delivery. It enters your balance as pending, then becomes available according to your level.`,
        ],
      },
      commission: {
        title: 'How much do you take?',
        blocks: [
          `From ${rules.commission.new} for a new seller down to ${rules.commission.trusted} for a trusted one, from completed orders only. No subscription, no listing fee. Your level on the day the order was paid decides.`,
        ],
      },
      clearing: {
        title: 'Why are earnings pending first?',
        blocks: [
          `So that a problem can be solved before the money leaves: ${rules.clearing.new} for new, ${rules.clearing.active} for active, ${rules.clearing.distinguished} for distinguished, ${rules.clearing.trusted} for trusted sellers. Your balance page shows day and hour for each sum.`,
        ],
      },
      spend: {
        title: 'Can I buy with my earnings?',
        blocks: [
          'Yes, with what has become available, and without a fee. Credit is spent first, then earnings.',
        ],
      },
      hold: {
        title: 'What does it mean that a part of my earnings is held?',
        blocks: [
          'Our staff asked to keep it until a certain date for a written reason; both are on your balance page. The hold ends on that date, or is renewed once with a new reason.',
        ],
      },
    },
  },
  account: {
    title: 'Account',
    lead: 'Signing in, your data, your settings.',
    sections: {
      verify: {
        title: 'The confirmation mail did not arrive',
        blocks: [
          'Look among unwanted mail, check how the address is written, then ask for a new one on the confirmation page. A link stops working once used or expired.',
        ],
      },
      password: {
        title: 'I forgot my password',
        blocks: [
          'On the sign-in page press “Forgot your password?” and write your email; you get a link that works once. After the change all other sessions end.',
        ],
      },
      email: {
        title: 'How do I change my email?',
        blocks: [
          'In the security settings. We send a link to both addresses, the old and the new, and change it only when both are confirmed.',
        ],
      },
      sessions: {
        title: 'I think somebody was in my account',
        blocks: [
          'Change your password at once, end the other sessions in the security settings, then write to us and say what you saw.',
        ],
      },
      language: {
        title: 'How do I change language, digits or time zone?',
        blocks: [
          'In your settings: Arabic or English, digits 123 or ١٢٣, the Gregorian or Hijri calendar, and your city’s time. Light and dark are at the foot of every page.',
        ],
      },
      notices: {
        title: 'How do I choose what I am told?',
        blocks: [
          'On the page “What reaches you, and when”, above your notifications: for each kind of news you choose email, browser or Telegram, have all letters in one a day if you like, and set quiet hours in which nothing rings. The list on the site has everything, and letters about safety always come.',
        ],
      },
      close: {
        title: 'I want a copy of my data, or to close my account',
        blocks: [
          'Write to us from your registered email. We settle money and running orders first, then erase your data; financial records stay as the law demands.',
        ],
      },
    },
  },
  safety: {
    title: 'Safety',
    lead: 'How to stay safe.',
    sections: {
      outside: {
        title: 'I was asked to pay or talk outside the site',
        blocks: [
          'Do not. What is paid elsewhere we neither see nor can return, and whoever asks for it breaks the terms. Tell us without worry: the one who asks is warned, not the one who was asked.',
        ],
      },
      report: {
        title: 'How do I report a service or a member?',
        blocks: [
          'On the contact page choose “Report a violation”, and give the page’s link and what you saw. The other side does not learn who reported.',
        ],
      },
      phishing: {
        title: 'How do I know a message is from you?',
        blocks: [
          'We never ask for your password or your card details. Every notice is in your account too; if in doubt, open the site yourself instead of following the link.',
        ],
      },
      files: {
        title: 'Are files safe?',
        blocks: [
          'We check the type of every file and write pictures anew, and an order’s files open only for its two sides. Still, run no program that you did not ask for.',
        ],
      },
      reviews: {
        title: 'Who sees what I write in an order?',
        blocks: ['You and the other side. Support reads it if one of you asks for help.'],
      },
    },
  },
});
