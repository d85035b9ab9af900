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
          `Answer the seller’s questions and attach what you have: texts, examples, colours. What you write is kept as a draft that the seller does not see before you send it. The clock does not start before they are complete, and without them the order is cancelled after ${rules.requirements.cancel} and you get your money back.`,
        ],
      },
      custom: {
        title: 'I need something I cannot find',
        blocks: [
          'Try other words, or choose the nearest service and ask its seller; then press “Ask for work to your measure” in the conversation and describe what you need. The seller answers with a custom offer that says price, time and exactly what you get. You pay nothing before you accept it.',
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
              'Disputed: every clock stands still, and an arbiter of the site looks into it.',
              'Cancelled: the money went back to the buyer.',
            ],
          },
        ],
      },
      life: {
        title: 'What happens when, and where is the money?',
        blocks: [
          {
            table: {
              caption: 'The life of an order, step by step',
              head: ['What happens', 'Who does it', 'The money'],
              rows: [
                ['The purchase', 'The buyer', 'In escrow, not with the seller'],
                [
                  `The requirements, within ${rules.requirements.cancel}`,
                  'The buyer; else the order cancels itself',
                  'All of it comes back if cancelled, the payment fee too',
                ],
                [
                  'The work and its delivery, in the time of the service',
                  'The seller',
                  'In escrow',
                ],
                [
                  `${rules.late.cancel} late with nothing delivered`,
                  'The order cancels itself',
                  'All of it comes back, the payment fee too',
                ],
                [
                  `Accepting or asking for a change, within ${rules.acceptance.complete}`,
                  'The buyer; silence accepts',
                  'The seller’s, less the commission',
                ],
                [
                  'Clearing, by the seller’s level',
                  'Passes by itself',
                  'In “pending”, then in “available”',
                ],
                [
                  `The guarantee, ${rules.guarantee} from completion`,
                  'Either side may open a dispute',
                  'What is disputed is held until it is decided',
                ],
                [
                  `Ratings, within ${rules.reviewWindow} of completion`,
                  'Each side of the other, opened together',
                  'Does not change',
                ],
              ],
            },
          },
          {
            note: 'We remind you before every step that happens by itself; the order’s page shows the countdown in your time zone.',
          },
        ],
      },
      deadline: {
        title: 'When is the delivery due?',
        blocks: [
          `It is counted from the moment the requirements are complete; a day is 24 hours, shown in your time zone. The seller may ask for an extension, ${rules.extension.times} at most; you answer within ${rules.extension.answer}, and silence means yes.`,
        ],
      },
      additions: {
        title: 'I want more in an order that is under way',
        blocks: [
          'On the order’s page you add an upgrade of the service, or the seller proposes an extra with its price and time, which you accept or refuse; silence refuses. You pay it from your balance: it joins the price in escrow, its time is added to the due date, and it is treated like the price in everything: acceptance, cancelling, disputes.',
        ],
      },
      parts: {
        title: 'What is a part-delivery?',
        blocks: [
          'The seller may hand in a part before all of it is done, so that you see it and say what you think. It starts no clock of acceptance and pays nothing. But it is a delivery: after it nobody cancels the order alone.',
        ],
      },
      previews: {
        title: 'Why is there a mark on the pictures?',
        blocks: [
          'Delivered pictures are marked previews until you accept the work; then you download them as they are. What cannot be previewed, such as archives and texts, opens whole from the delivery on.',
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
      refund: {
        title: 'How do we agree on part of the money back?',
        blocks: [
          `On the order’s page open “A partial refund or a dispute”, propose a sum and give the reason. The other side has ${rules.refundAnswer} to answer; silence means no. If they agree, the sum comes back at once, and the commission is counted on what is left.`,
        ],
      },
      dispute: {
        title: 'We cannot agree. How do I open a dispute?',
        blocks: [
          `From the delivery until ${rules.guarantee} after completion, or when the seller is more than ${rules.late.buyer} late and has delivered something, on the order’s page. You choose what is wrong, confirm what you have tried, and write what happened and which sum you ask for. From that moment every clock of the order stands still.`,
          {
            list: [
              `The other side answers within ${rules.dispute.answer}; if they stay silent you get what you asked for.`,
              `An arbiter proposes within ${rules.dispute.proposal} how the money is shared, and says why.`,
              `You both have ${rules.dispute.acceptance} to accept it or to appeal once to a second arbiter; if both stay silent it is carried out.`,
            ],
          },
          'You may take the claim back at any time: the clocks then run on from where they stood.',
        ],
      },
      judged: {
        title: 'What does the arbiter go by?',
        blocks: [
          'By the order’s page alone: the service as it was described on the day of the purchase, the requirements, the messages, the files, and the time of each step. So agree on nothing outside it. You can download all of it as one file. How earlier disputes ended, without names, is on the page of precedents.',
        ],
      },
      masked: {
        title: 'Why was a part of my message masked?',
        blocks: [
          'Before a purchase we mask, for the other side, what leads out of the site: a telephone number, an email address, a link, an invitation to talk in another app. What is paid outside is protected by nobody. You see your whole text and what was masked of it; the rest of your message arrives as it is.',
          'In a running order links and names stay visible: they are material of the work. When the number itself is part of the work, as on a business card, say so in your objection and it shows at once.',
          {
            list: [
              'The first time we mask and explain, the second time we warn.',
              'The third time your messages before a purchase are off for 48 hours. A running order can always be talked about.',
              'After that a person on our staff looks at it.',
            ],
          },
          'Who was asked for a number and answered is not blamed for it the first time. You may object to every step on the page “Messages with something masked”: where we were wrong, the text shows and nothing of it is left. What counts against you expires after 180 days.',
        ],
      },
      reviews: {
        title: 'When does my rating show?',
        blocks: [
          `When the other side has rated too, or ${rules.reviewWindow} after completion. Neither of you sees the other’s before that, so nobody fears being paid back. Whoever was rated may answer once, and may object to an abusive rating.`,
        ],
      },
    },
  },
});
