import type { WrittenText } from '../../site-text.ts';
import type { RefundsSection } from './sections.ts';

export const en: WrittenText<RefundsSection> = (rules) => ({
  title: 'Refunds',
  lead: 'When your money comes back, how much of it, and where to.',
  sections: {
    when: {
      title: 'When everything comes back',
      blocks: [
        {
          table: {
            caption: 'Cases in which the whole price comes back',
            head: ['What happened', 'Who cancels'],
            rows: [
              [
                'You have not given your requirements yet and changed your mind',
                'You, at any time',
              ],
              [
                `No requirements were given within ${rules.requirements.cancel}`,
                'It cancels itself',
              ],
              [`The seller wrote nothing for ${rules.silence} after the start`, 'You'],
              [`More than ${rules.late.buyer} late with nothing delivered`, 'You'],
              [`${rules.late.cancel} late with nothing delivered`, 'It cancels itself'],
              [
                `You both agree, or the other side is silent for ${rules.cancellationAnswer} before any delivery`,
                'Either of you',
              ],
            ],
          },
        },
        { note: 'Cancelling returns the money in the same moment, not days later.' },
      ],
    },
    where: {
      title: 'Where it goes',
      blocks: [
        'Each part goes back to where it came from: what you paid from credit returns to credit, what you paid from earnings returns to earnings, and what you paid by card becomes credit for anything you like.',
        `If you want what you paid by card to go back to that card, write to ${rules.supportEmail} with the order number.`,
      ],
    },
    fee: {
      title: 'The payment fee',
      blocks: [
        `The payment fee (${rules.buyerFee.percent}, from ${rules.buyerFee.from} to ${rules.buyerFee.to}) comes back too when the order is cancelled before the first delivery. After that it does not, because the gateway has taken it. Buying from your balance has no fee at all.`,
      ],
    },
    after: {
      title: 'After a delivery',
      blocks: [
        `You have ${rules.acceptance.complete} to accept or to ask for a change, and can prolong that once by ${rules.acceptance.prolong}. Ask for the change and say exactly what is missing: that is the quickest way to what you want.`,
        `If a change does not help, ask to cancel by agreement. The seller has ${rules.cancellationAnswer} to answer, and silence after a delivery means that the order goes on. You may also agree that part of the money comes back. If you cannot agree, open a dispute on the order’s page: every clock stands still, and an arbiter hears both of you and shares the money.`,
      ],
    },
    guarantee: {
      title: 'After completion',
      blocks: [
        `Completion is not the end of your rights. Within ${rules.guarantee} of it, if the work turns out to be copied, not what was agreed, or not working, open a dispute on the order’s page. The arbiter reads the order’s whole record, hears both sides and proposes how the money is shared; either of you may appeal once.`,
      ],
    },
    partial: {
      title: 'What does not come back',
      blocks: [
        {
          list: [
            'The price of work you accepted, if it is what you agreed on.',
            'A matter of taste alone, when the requirements were followed as written.',
            'What was paid outside the site: we do not see it and cannot protect it.',
          ],
        },
      ],
    },
    how: {
      title: 'How to ask',
      blocks: [
        'Open the order’s page: the buttons you have now are on it, each with what comes back before you press it. For what has no button there is the contact page; give the order number.',
      ],
    },
  },
});
