import type { WrittenText } from '../../site-text.ts';
import type { ProtectionSection } from './sections.ts';

export const en: WrittenText<ProtectionSection> = (rules) => ({
  title: 'How your money is protected',
  lead: 'You do not know the seller, and the seller does not know you. So neither pays the other: the money stays with us, between you, until the work is done.',
  sections: {
    late: {
      title: 'What if the seller is late?',
      blocks: [
        `More than ${rules.late.buyer} late with nothing delivered: you get a cancel button, and everything comes back, the payment fee too. At ${rules.late.cancel} the order cancels itself.`,
        `A seller who needs time has to ask: you answer within ${rules.extension.answer}, and they can ask ${rules.extension.times} at most.`,
      ],
    },
    silent: {
      title: 'What if they do not answer?',
      blocks: [
        `If ${rules.silence} have passed since the start without a word, you cancel and get your money back.`,
      ],
    },
    unhappy: {
      title: 'What if I do not like the work?',
      blocks: [
        `You have ${rules.acceptance.complete} after every delivery. Ask for the changes the service includes, and prolong once if you need to. If you cannot agree, propose that part of the money comes back, or open a dispute for an arbiter to decide.`,
        `After completion there is a guarantee of ${rules.guarantee} for what shows later: copied work, or not what was agreed. You open the dispute on the order’s page.`,
      ],
    },
    seller: {
      title: 'And the seller’s rights?',
      blocks: [
        'Nobody starts working before the whole price is held. Once something was delivered, the buyer cannot cancel alone.',
        `A buyer’s silence for ${rules.acceptance.complete} after a delivery is acceptance. The pay then enters the seller’s balance as pending and becomes available after ${rules.clearing.new} for a new seller, ${rules.clearing.trusted} for a trusted one.`,
      ],
    },
    proof: {
      title: 'And how can I trust you?',
      blocks: [
        'Every movement of money is a double entry that is added and never changed or removed, and every hour each balance is derived from its movements again and compared. Your balance page shows you each movement with the balance after it.',
        'The rules on this page are the ones the site runs on: the numbers are read from its settings.',
      ],
    },
    outside: {
      title: 'When we cannot protect you',
      blocks: [
        'When you pay or agree outside the site. Report whoever asks you to; nobody who means to keep their word does.',
      ],
    },
  },
});
