import { aDeliveredOrder, someId } from '#orders/testing';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import {
  checkRatings,
  listReviews,
  ratingOf,
  reviewStanding,
  sweepReviewTimers,
  writeReview,
} from '../index.ts';
import { byBuyer, bySeller, reviewsIn } from '../testing/reviews.fixture.ts';
import { beginPair } from './begin-pair.ts';

const world = await aWorld();
const { people, stranger, completed, buyer, seller, staff } = await reviewsIn(world);

afterAll(async () => {
  expect(await checkRatings(world.ctx)).toEqual([]);
});

describe('the two reviews of an order', () => {
  it('stay blind until both are in, then open together and count', async () => {
    const order = await completed({ serviceVersion: 3 });
    const first = await writeReview(buyer(), byBuyer(order.orderId));
    expect([first.opened, first.review.openedAt]).toEqual([false, undefined]);
    const seen = await reviewStanding(seller(), order);
    expect([seen?.theirsIn, seen?.byBuyer, seen?.phase]).toEqual([true, undefined, 'write']);
    expect((await reviewStanding(buyer(), order))?.phase).toBe('waiting');
    expect((await reviewStanding(staff(), order))?.byBuyer).toBeUndefined();
    expect(
      await listReviews(world.stranger, { kind: 'service', subjectId: order.serviceId }),
    ).toEqual([]);

    const second = await writeReview(seller(), bySeller(order.orderId));
    expect(second.opened).toBe(true);
    const both = await reviewStanding(seller(), order);
    expect([both?.phase, both?.byBuyer?.body, both?.bySeller?.body]).toEqual([
      'opened',
      'عمل متقن وتعامل راق',
      'تعليمات واضحة',
    ]);
    const [shown] = await listReviews(world.stranger, {
      kind: 'service',
      subjectId: order.serviceId,
    });
    expect([shown?.authorName, shown?.serviceVersion, shown?.average]).toEqual([
      'هند الشمري',
      3,
      4,
    ]);
    expect(await ratingOf(world.ctx, 'service', order.serviceId)).toEqual({
      reviews: 1,
      average: 4,
      criteria: { quality: 5, communication: 4, onTime: 3 },
    });
  });

  it('open alone when the time is over, after two reminders to who has not written', async () => {
    const order = await completed();
    await beginPair(world.ctx, order.orderId);
    await writeReview(seller(), bySeller(order.orderId));
    const wanted = async () => {
      const { rows } = await world.ctx.pool.query<{ side: string; last: boolean }>(
        `select payload->>'side' as side, (payload->>'last')::boolean as last from platform.facts
         where kind = 'reviews.review-wanted' and payload->>'orderId' = $1 order by at, id`,
        [order.orderId],
      );
      return rows.map(({ side, last }) => `${side} ${last}`);
    };
    world.clock.advance(25 * HOUR_MS);
    await sweepReviewTimers(world.ctx);
    expect(await wanted()).toEqual(['buyer false']);
    world.clock.advance(10 * DAY_MS);
    await sweepReviewTimers(world.ctx);
    expect(await wanted()).toEqual(['buyer false', 'buyer true']);
    expect((await reviewStanding(buyer(), order))?.phase).toBe('write');
    world.clock.advance(3 * DAY_MS);
    await expect(writeReview(buyer(), byBuyer(order.orderId))).rejects.toMatchObject({
      code: 'review-time-over',
    });
    await sweepReviewTimers(world.ctx);
    await sweepReviewTimers(world.ctx);
    const standing = await reviewStanding(buyer(), order);
    expect([standing?.phase, standing?.byBuyer, standing?.bySeller?.body]).toEqual([
      'opened',
      undefined,
      'تعليمات واضحة',
    ]);
    expect(await wanted()).toHaveLength(2);
  });

  it('a sweep long overdue opens without reminders; nothing written, nothing opened', async () => {
    const [one, none] = [await completed(), await completed()];
    await writeReview(buyer(), byBuyer(one.orderId));
    await beginPair(world.ctx, none.orderId);
    world.clock.advance(20 * DAY_MS);
    await sweepReviewTimers(world.ctx);
    expect((await reviewStanding(seller(), one))?.phase).toBe('opened');
    expect((await reviewStanding(seller(), none))?.phase).toBe('over');
    const { rows } = await world.ctx.pool.query(
      `select 1 from platform.facts where kind = 'reviews.review-wanted'
       and payload->>'orderId' = any($1)`,
      [[one.orderId, none.orderId]],
    );
    expect(rows).toEqual([]);
  });

  it('the same form twice is one review; another form is refused', async () => {
    const order = await completed();
    await writeReview(buyer(), byBuyer(order.orderId));
    const again = await writeReview(buyer(), byBuyer(order.orderId, { quality: 1 }));
    expect([again.repeated, again.review.given]).toEqual([
      true,
      { side: 'buyer', quality: 5, communication: 4, onTime: 3 },
    ]);
    await expect(
      writeReview(buyer(), byBuyer(order.orderId, { key: 'other' })),
    ).rejects.toMatchObject({ code: 'already-reviewed' });
  });

  it('two at once: one review a side, opened once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const order = await completed();
      const { orderId } = order;
      const results = await Promise.allSettled([
        writeReview(buyer(), byBuyer(orderId)),
        writeReview(buyer(), byBuyer(orderId, { key: 'second window' })),
        writeReview(seller(), bySeller(orderId)),
        writeReview(seller(), bySeller(orderId)),
      ]);
      expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      expect((await reviewStanding(buyer(), order))?.phase).toBe('opened');
      expect((await ratingOf(world.ctx, 'service', order.serviceId)).reviews).toBe(1);
    }
  });
});

describe('refusals', () => {
  it.each([
    ['a stranger', () => world.as(stranger), {}, 'not-found'],
    ['nobody', () => world.stranger, {}, 'not-found'],
    ['staff', () => staff(), {}, 'not-found'],
    ['no stars', () => buyer(), { quality: undefined }, 'invalid-input'],
    ['six stars', () => buyer(), { onTime: 6 }, 'invalid-input'],
    ['half a star', () => buyer(), { communication: 2.5 }, 'invalid-input'],
    ['no words', () => buyer(), { body: ' \u200f ' }, 'invalid-input'],
    ['a flood of words', () => buyer(), { body: 'ا'.repeat(2_001) }, 'invalid-input'],
    ['a buyer giving a seller’s stars', () => seller(), { stars: undefined }, 'invalid-input'],
  ])('of %s', async (_who, who, more, code) => {
    const order = await completed();
    await expect(writeReview(who(), byBuyer(order.orderId, more))).rejects.toMatchObject({ code });
  });

  it('before completion', async () => {
    const order = await aDeliveredOrder(world, people);
    await expect(writeReview(buyer(), byBuyer(order.orderId))).rejects.toMatchObject({
      code: 'nothing-to-review',
    });
  });

  it('by the database: stars beyond five, and a second review of one side', async () => {
    const order = await completed();
    await writeReview(buyer(), byBuyer(order.orderId));
    const insert = (side: string, stars: number) =>
      world.ctx.pool.query(
        `insert into reviews.reviews (id, order_id, side, author_id, subject_id, service_id,
           service_version, stars, body, key, written_at)
         values ($1, $2, $3, $4, $5, $6, 1, $7, 'x', 'x', $8)`,
        [
          someId(world),
          order.orderId,
          side,
          people.sellerId,
          people.buyerId,
          order.serviceId,
          stars,
          world.clock.now(),
        ],
      );
    await expect(insert('seller', 6)).rejects.toThrow('sellers_give_1_to_5_stars');
    await expect(insert('buyer', 5)).rejects.toThrow(/buyers_rate|written_once/);
    await expect(
      world.ctx.pool.query('update reviews.reviews set body = $1', ['later words']),
    ).rejects.toThrow('permission denied');
  });
});
