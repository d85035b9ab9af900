import { getOrder } from '#orders';
import { inTransaction } from '#platform/context';
import { defineListener, type Fact, type Listener } from '#platform/facts';
import {
  appealDecided,
  type PairIds,
  reviewAnswered,
  reviewsOpened,
  reviewWanted,
} from '../review-facts.ts';
import { tellMember } from './review.notice.ts';

type Telling = Pick<Parameters<typeof tellMember>[1], 'name' | 'memberId' | 'otherId' | 'until'>;

/** A listener that tells members of an order what a fact means for each. */
function tells<P extends PairIds>(
  name: string,
  fact: Fact<P>,
  what: (payload: P) => readonly Telling[],
): Listener {
  return defineListener(`reviews.notice-${name}`, fact, async (ctx, payload, record) => {
    const order = await getOrder(ctx, payload.orderId);
    await inTransaction(ctx, async (tx) => {
      for (const telling of what(payload)) {
        await tellMember(tx, { ...telling, order, key: `fact:${record.id}` });
      }
    });
  });
}

/** Everything reviews tell members, one row a fact. */
export const noticeListeners: readonly Listener[] = [
  tells('wanted', reviewWanted, ({ side, last, endsAt: until, buyerId, sellerId }) =>
    side === 'buyer'
      ? [
          {
            name: last ? 'last-buyer' : 'wanted-buyer',
            memberId: buyerId,
            otherId: sellerId,
            until,
          },
        ]
      : [
          {
            name: last ? 'last-seller' : 'wanted-seller',
            memberId: sellerId,
            otherId: buyerId,
            until,
          },
        ],
  ),
  tells('opened', reviewsOpened, ({ buyerId, sellerId, byBuyer, bySeller }) => [
    { name: bySeller ? 'opened' : 'opened-own', memberId: buyerId, otherId: sellerId },
    { name: byBuyer ? 'opened' : 'opened-own', memberId: sellerId, otherId: buyerId },
  ]),
  tells('answered', reviewAnswered, ({ buyerId, sellerId }) => [
    { name: 'answered', memberId: buyerId, otherId: sellerId },
  ]),
  tells('appeal', appealDecided, ({ authorId, subjectId, hidden }) =>
    hidden
      ? [
          { name: 'appeal-hidden', memberId: subjectId, otherId: authorId },
          { name: 'review-hidden', memberId: authorId, otherId: subjectId },
        ]
      : [{ name: 'appeal-kept', memberId: subjectId, otherId: authorId }],
  ),
];
