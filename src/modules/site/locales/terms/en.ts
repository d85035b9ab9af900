import type { WrittenText } from '../../site-text.ts';
import type { TermsSection } from './sections.ts';

export const en: WrittenText<TermsSection> = (rules) => ({
  title: 'Terms of use',
  lead: `These are the rules between you, us and the other members of ${rules.brand}. They are written to be read: short sentences and plain numbers.`,
  sections: {
    agreement: {
      title: 'Our agreement',
      blocks: [
        `${rules.brand} is a market where people who offer a digital service meet people who need one. A sale is a contract between seller and buyer; we hold the money between them and apply the rules on this page.`,
        'By making an account you agree to these terms and to the privacy policy. We record which version you agreed to, and when.',
        'You are at least 18. At 16 or 17 you need the consent of a parent or guardian, recorded with us, before you sell or buy.',
      ],
    },
    account: {
      title: 'Your account',
      blocks: [
        'One person has one account, for buying and selling. Give true details, and confirm your email before your first sale or purchase.',
        'Your password is yours to keep. If you think that somebody else was in your account, change it, end the other sessions in your settings, and write to us.',
        'Do not lend or sell your account, and do not open another one to get around a measure.',
      ],
    },
    services: {
      title: 'Offering services',
      blocks: [
        `The base price of a service is from ${rules.priceFrom} to ${rules.priceTo} in steps of ${rules.priceStep}; one upgrade costs up to ${rules.upgradeTo}. Upgrades are always optional: the base service is complete without them.`,
        'Describe the service in your own words, show work that is yours, and say clearly what the buyer gets, in how many days, and whether you used AI.',
        'Our team reviews every service before it is published, and again when its meaning changes. If it is sent back you are told why, field by field, and can send it again.',
        { note: 'Put no phone number, email or link for contact outside the site into a service.' },
      ],
    },
    buying: {
      title: 'Buying and escrow',
      blocks: [
        'When you buy, the whole price is held in escrow for your order. There is no order without money and no money without an order: if a payment arrives but the order cannot be opened, all of it becomes your balance and you are told.',
        'You see the price and the fees before you pay. If anything changed between opening the page and pressing the button, we show the difference and ask; you are never charged more than you saw.',
        'Nobody buys from themselves.',
      ],
    },
    orders: {
      title: 'How an order goes',
      blocks: [
        {
          list: [
            `After buying you give your requirements. If they do not arrive within ${rules.requirements.cancel}, the order is cancelled and you get everything back; we remind you first.`,
            'The delivery time starts when the requirements are complete, not before.',
            `If the seller has not written a word ${rules.silence} after that, you may cancel.`,
            `The seller may ask to extend the deadline, ${rules.extension.times} at most. You answer within ${rules.extension.answer}; silence means yes.`,
            'Files and messages stay on the order’s page. What was agreed elsewhere does not count in a disagreement.',
          ],
        },
      ],
    },
    acceptance: {
      title: 'Delivery and acceptance',
      blocks: [
        `After a delivery the buyer has ${rules.acceptance.complete} to accept it or to ask for a change, and may prolong that once by ${rules.acceptance.prolong}. Without an answer the work counts as accepted. We remind the buyer ${rules.acceptance.reminders} hours after the delivery.`,
        'The buyer may ask for as many changes as the service includes, within what was agreed. What goes beyond it is new work.',
        `After completion there is a guarantee of ${rules.guarantee}: if the work turns out to be copied or not what was agreed, open a dispute on the order’s page.`,
      ],
    },
    cancelling: {
      title: 'Cancelling',
      blocks: [
        {
          list: [
            'Before you have given your requirements: you cancel whenever you like.',
            `The seller is more than ${rules.late.buyer} late with nothing delivered: you may cancel.`,
            `${rules.late.cancel} late with nothing delivered: the order cancels itself.`,
            `Either side may ask to cancel by agreement; the other has ${rules.cancellationAnswer} to answer. Silence before the first delivery means it is cancelled; after it, that the order goes on.`,
            'After the first delivery nobody cancels alone: ask for a change, agree with the other side, or open a dispute for an arbiter to decide.',
          ],
        },
        'What comes back to you, and where, is on the refunds page.',
      ],
    },
    fees: {
      title: 'Fees and commission',
      blocks: [
        `Buyers pay a fee of ${rules.buyerFee.percent} on what they pay through the payment gateway, at least ${rules.buyerFee.from} and at most ${rules.buyerFee.to}. What is paid from your balance has no fee.`,
        'Sellers pay a commission from the price of a completed order, by their level on the day it was paid. What they get and the commission are together exactly the price.',
        {
          table: {
            caption: 'Commission, clearing time and number of services by level',
            head: ['Level', 'Commission', 'Earnings clear after', 'Services'],
            rows: (['new', 'active', 'distinguished', 'trusted'] as const).map((level) => [
              rules.levelNames[level],
              rules.commission[level],
              rules.clearing[level],
              rules.serviceLimit[level],
            ]),
          },
        },
        'If these numbers change, orders that are already paid keep the ones that held when they were paid.',
      ],
    },
    earnings: {
      title: 'A seller’s earnings',
      blocks: [
        'When an order is completed its net price enters your balance as pending, and becomes available after the time in the table. Your balance page shows day and hour for each sum.',
        'What is available is yours: buy with it on the site, or withdraw it through the payout channels open in your country.',
        'With serious grounds for suspicion we may hold a part of your earnings, with a written reason and an end date that you can see. We never take money that has become available because an account was closed.',
      ],
    },
    conduct: {
      title: 'What is not allowed',
      blocks: [
        {
          list: [
            'Exchanging phone numbers, addresses or links in order to agree or pay outside the site.',
            'Selling what is not yours, what is against the law, or coursework to be handed in under another name.',
            'Sham reviews or orders, or several accounts of one person.',
            'Insults, threats and hatred, unwanted advertising, harmful files.',
            'Collecting members’ data by machine, or attempts to break or break into the site.',
          ],
        },
      ],
    },
    rights: {
      title: 'Rights in the work',
      blocks: [
        'Unless the service says otherwise, the rights in the work pass to the buyer when the order is completed. Before that it belongs to the seller.',
        'The seller may show completed work in their portfolio unless the buyer asks for discretion.',
        'Your texts and pictures stay yours; you allow us to show them on the site and in presenting your services.',
      ],
    },
    measures: {
      title: 'Violations and appeals',
      blocks: [
        'We begin with the mildest: a warning, then a restriction, then closing. Every measure states the rule, the evidence and how long it lasts.',
        'You may appeal; somebody other than the person who took the measure decides.',
      ],
    },
    liability: {
      title: 'Limits of liability',
      blocks: [
        'We answer for holding the money and applying these rules. The quality of the work is the seller’s responsibility, and ours for any order goes no further than its price and fees, except for fraud or gross negligence on our side or where the law does not allow such a limit.',
        'The site may be down for maintenance. If that harms a deadline we take it into account.',
      ],
    },
    changes: {
      title: 'Changes to the terms',
      blocks: [
        'If we change the terms we tell you thirty days before, unless the law demands otherwise. You may refuse and close your account; running orders keep the terms they began with.',
        `For any question: ${rules.supportEmail}, or the contact page.`,
      ],
    },
  },
});
