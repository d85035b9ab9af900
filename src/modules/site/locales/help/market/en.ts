import type { WrittenMarketHelp } from '../topics.ts';

export const en: WrittenMarketHelp = (rules) => ({
  buying: {
    title: 'Buying',
    lead: 'From searching to giving your requirements.',
    sections: {
      first: {
        title: 'How do I buy my first service?',
        blocks: [
          'Search for what you need or open its category, and read the service’s page: what you get, in how many days, how many changes. Press “Buy now” and pay from your balance or by card. Then you give your requirements and the work begins.',
        ],
      },
      choose: {
        title: 'How do I choose a good seller?',
        blocks: [
          'Look at their level, how many orders they completed, the work they show, and how clear the description is. A description that says exactly what you will get is worth more than a big promise.',
        ],
      },
      upgrades: {
        title: 'What are upgrades?',
        blocks: [
          `Optional extras at a fixed price, such as a faster delivery or one more draft, up to ${rules.upgradeTo} each. The total and the delivery time change in front of you as you choose.`,
        ],
      },
      requirements: {
        title: 'What do I write in the requirements?',
        blocks: [
          `Answer the seller’s questions and attach what you have: texts, examples, colours. The clock does not start before they are complete, and without them the order is cancelled after ${rules.requirements.cancel} and you get your money back.`,
        ],
      },
      custom: {
        title: 'I need something I cannot find',
        blocks: [
          'Try other words, or choose the nearest service and describe your need in the requirements, within what the service offers. If you need more than that, choose a fitting upgrade.',
        ],
      },
    },
  },
  paying: {
    title: 'Paying and balance',
    lead: 'How you pay, how much, and where your money is.',
    sections: {
      ways: {
        title: 'How can I pay?',
        blocks: [
          'From your balance, by card through the payment gateway, or with both in one payment.',
        ],
      },
      fee: {
        title: 'Is there a fee for buying?',
        blocks: [
          `What goes through the gateway has a fee of ${rules.buyerFee.percent}, at least ${rules.buyerFee.from} and at most ${rules.buyerFee.to}. What is paid from your balance has none. You see the number before you pay.`,
        ],
      },
      pending: {
        title: 'I paid and there is no order. Where is my money?',
        blocks: [
          'The gateway may take some minutes to confirm. The payment page refreshes by itself, and we ask the gateway if it does not tell us. If the order cannot be opened after the money arrived, all of it becomes your balance.',
        ],
      },
      topup: {
        title: 'How do I top up?',
        blocks: [
          'On your balance page press “Top up” and write the amount; you see fee and total before you go to the gateway. Credit is for buying on the site.',
        ],
      },
      escrow: {
        title: 'What is escrow?',
        blocks: [
          `A place where the price of your order stays until you accept the work, or ${rules.acceptance.complete} have passed since the delivery without an objection. The seller cannot reach it, and all of it comes back to you if the order is cancelled.`,
        ],
      },
      receipt: {
        title: 'Where are my receipts?',
        blocks: [
          'Each payment has a receipt page that you open from your balance. There you also find every movement with the balance after it, and can download them as CSV.',
        ],
      },
    },
  },
  orders: {
    title: 'Orders',
    lead: 'From the requirements to completion.',
    sections: {
      states: {
        title: 'What do the states of an order mean?',
        blocks: [
          {
            list: [
              'Awaiting requirements: you paid, and have not given your requirements yet.',
              'In progress: the seller works, the countdown runs.',
              'Delivered: the seller has delivered; it is your turn to accept or ask for a change.',
              'Completed: the work was accepted and the seller paid.',
              'Cancelled: the money went back to the buyer.',
            ],
          },
        ],
      },
      deadline: {
        title: 'When is the delivery due?',
        blocks: [
          `It is counted from the moment the requirements are complete; a day is 24 hours, shown in your time zone. The seller may ask for an extension, ${rules.extension.times} at most; you answer within ${rules.extension.answer}, and silence means yes.`,
        ],
      },
      change: {
        title: 'How do I ask for a change?',
        blocks: [
          'On the order’s page after a delivery: press “Ask for a change” and say precisely what to change. The service says how many changes are included; you see how many are left.',
        ],
      },
      accept: {
        title: 'When should I accept?',
        blocks: [
          `When you have opened the files and they are what you agreed on. Accepting pays the seller. You have ${rules.acceptance.complete} and can prolong once by ${rules.acceptance.prolong}; after that the work counts as accepted.`,
        ],
      },
      cancel: {
        title: 'When can I cancel by myself?',
        blocks: [
          {
            list: [
              'Before you have given your requirements.',
              `If the seller has not written a word for ${rules.silence}.`,
              `If the seller is more than ${rules.late.buyer} late with nothing delivered.`,
            ],
          },
          'In all of these everything comes back, the payment fee too.',
        ],
      },
      agree: {
        title: 'How do we cancel by agreement?',
        blocks: [
          `Ask for it on the order’s page and give the reason. The other side has ${rules.cancellationAnswer} to answer: silence before the first delivery cancels, after it the order goes on.`,
        ],
      },
    },
  },
});
