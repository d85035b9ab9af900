import type { WrittenText } from '../../site-text.ts';
import type { PrivacySection } from './sections.ts';

export const en: WrittenText<PrivacySection> = (rules) => ({
  title: 'Privacy policy',
  lead: 'What we know about you, why, who sees it, and when it is erased.',
  sections: {
    short: {
      title: 'In short',
      blocks: [
        {
          list: [
            'We collect what is needed to buy and sell safely, and sell your data to nobody.',
            'No ads that follow you, no visitor counters of other companies, no cookies but those the site runs on.',
            'Other members do not see your email.',
          ],
        },
      ],
    },
    collected: {
      title: 'What we collect',
      blocks: [
        {
          table: {
            caption: 'Data and where it comes from',
            head: ['Data', 'When'],
            rows: [
              ['Display name, email, password (hashed, unreadable)', 'When you make an account'],
              [
                'About you, skills, languages, country, time zone',
                'If you write them on your page',
              ],
              ['Your services and their pictures', 'When you offer a service'],
              ['Orders, requirements, messages and files', 'When you buy or sell'],
              ['Movements of your balance and payments', 'With every movement of money'],
              ['Network address (IP), browser and time of sign-in', 'When you sign in'],
              ['Your email and message', 'When you write to us'],
            ],
          },
        },
      ],
    },
    why: {
      title: 'What we use it for',
      blocks: [
        {
          list: [
            'For the contract: opening orders, holding money, delivering work and notices.',
            'To protect you and others: against fraud and password guessing, and to look into disagreements.',
            'For legal duties: keeping financial records.',
            'For nothing else without your consent.',
          ],
        },
      ],
    },
    seen: {
      title: 'Who sees it',
      blocks: [
        {
          list: [
            'Everybody: your display name, your page, your published services and their figures.',
            'Only the two sides of an order: requirements, messages and files. Support sees them when it looks into a disagreement or report.',
            'Our staff: what each role needs and no more; every act is logged under its author’s name.',
            'Those who serve us in hosting, mail and payment: what their work needs, bound to secrecy by contract.',
            'Authorities: when the law obliges us.',
          ],
        },
      ],
    },
    payment: {
      title: 'Payment data',
      blocks: [
        'You type your card details on the payment gateway’s page, not on ours. We receive the number, amount and outcome of the payment, nothing more.',
      ],
    },
    cookies: {
      title: 'Cookies',
      blocks: [
        'Four, all of them for the site to work, none that follows you:',
        {
          list: [
            'Session: keeps you signed in.',
            'Visitor: protects forms from forged submissions; it ends with your browser’s session.',
            'Flash: shows the outcome of what you just did, once.',
            'Theme: remembers light or dark for a year.',
          ],
        },
      ],
    },
    kept: {
      title: 'How long we keep it',
      blocks: [
        {
          list: [
            'Your account and page: as long as the account exists.',
            'Orders, their records and movements of money: as long as the law demands; closing an account does not erase them because they concern two sides.',
            'Sessions: until they end or you end them.',
            'Links to confirm an email or reset a password: until they are used or expire.',
          ],
        },
      ],
    },
    security: {
      title: 'How we protect it',
      blocks: [
        'Connections are encrypted. Passwords are kept as Argon2id hashes, so we do not know them either. Private files open only for the two sides of an order. The ledger is added to, never changed. If a breach touches your data we tell you.',
      ],
    },
    yours: {
      title: 'Your rights',
      blocks: [
        {
          list: [
            'To see and correct your data: in your settings and on your page.',
            'To get a copy of it, or have it erased once money and running orders are settled.',
            'To object to a use of it, or complain to the authority of your country.',
          ],
        },
        `For what your settings do not offer, write to ${rules.supportEmail}; we answer within 30 days.`,
      ],
    },
    children: {
      title: 'Age',
      blocks: [
        'The site is for people of 18 and over, and from 16 with the consent of a parent or guardian. If we learn of an account of somebody younger we close it and erase its data.',
      ],
    },
    changes: {
      title: 'Changes to this policy',
      blocks: [
        'If we change it, the new date stands at the top of this page, and we tell you what changed before it holds.',
      ],
    },
  },
});
