import { registerMember } from '#identity';
import { aCompletedOrder, aDeliveredOrder, type OrderWish, someId } from '#orders/testing';
import type { Order } from '#orders';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import {
  answerReview,
  askAppeal,
  checkRatings,
  decideAppeal,
  listAppeals,
  listReviews,
  ratingOf,
  recountRatings,
  reviewStanding,
  sweepReviewTimers,
  writeReview,
} from '../index.ts';
import { beginPair } from './begin-pair.ts';

const world = await aWorld();
const password = 'khatam-saffron-71';
const member = async (email: string, displayName: string) =>
  (await registerMember(world.ctx, { email, displayName, password, roles: [] })).memberId;
const people = {
  buyerId: await member('hind@example.com', 'هند الشمري'),
  sellerId: await member('rana@example.com', 'رنا خليل'),
};
const stranger = await member('salim@example.com', 'سالم');
const support = await member('nour@example.com', 'نور');

const completed = (wish: OrderWish = {}) => aCompletedOrder(world, { ...people, ...wish });
const buyer = () => world.as(people.buyerId);
const seller = () => world.as(people.sellerId);
const staff = () => world.as(support, ['support']);

const byBuyer = (orderId: string, more: object = {}) => ({
  orderId,
  quality: 5,
  communication: 4,
  onTime: 3,
  body: 'عمل متقن وتعامل راق',
  key: `buyer-${orderId}`,
  ...more,
});
const bySeller = (orderId: string, more: object = {}) => ({
  orderId,
  stars: 4,
  body: 'تعليمات واضحة',
  key: `seller-${orderId}`,
  ...more,
});

/** Both have written: the pair is open. */
async function opened(wish: OrderWish = {}): Promise<Order> {
  const order = await completed(wish);
  await writeReview(buyer(), byBuyer(order.orderId));
  await writeReview(seller(), bySeller(order.orderId));
  return order;
}

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

describe('the answer', () => {
  it('is the rated seller’s, once, for everybody', async () => {
    const { orderId, serviceId } = await opened();
    const answer = { orderId, answer: 'شكرًا، سرّني العمل معك' };
    await expect(answerReview(world.as(stranger), answer)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(answerReview(buyer(), answer)).rejects.toMatchObject({ code: 'not-found' });
    await expect(answerReview(seller(), { orderId, answer: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const twice = await Promise.allSettled([
      answerReview(seller(), answer),
      answerReview(seller(), answer),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [shown] = await listReviews(world.ctx, { kind: 'service', subjectId: serviceId });
    expect(shown?.answer?.body).toBe(answer.answer);
  });

  it('waits for the opening', async () => {
    const { orderId } = await completed();
    await writeReview(buyer(), byBuyer(orderId));
    await expect(answerReview(seller(), { orderId, answer: 'شكرًا' })).rejects.toMatchObject({
      code: 'review-not-open',
    });
  });
});

describe('an appeal', () => {
  it('hides an abusive review, with a reason, and takes it out of the figures', async () => {
    const order = await opened();
    const { orderId, serviceId } = order;
    await askAppeal(seller(), { orderId, reason: 'فيه شتم' });
    await expect(askAppeal(seller(), { orderId, reason: 'فيه شتم' })).rejects.toMatchObject({
      code: 'already-appealed',
    });
    const { waiting } = await listAppeals(staff());
    const appealId = waiting.find(({ review }) => review.orderId === orderId)?.appealId ?? '';
    const hide = { appealId, hide: true, reason: 'إساءة صريحة' };
    await expect(decideAppeal(world.as(stranger), hide)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(decideAppeal(world.as(stranger, ['reviewer']), hide)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(decideAppeal(world.as(people.buyerId, ['support']), hide)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(decideAppeal(staff(), { ...hide, reason: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await decideAppeal(staff(), hide);
    await expect(decideAppeal(staff(), { ...hide, hide: false })).rejects.toMatchObject({
      code: 'appeal-decided',
    });
    expect(await listReviews(world.ctx, { kind: 'service', subjectId: serviceId })).toEqual([]);
    expect((await ratingOf(world.ctx, 'service', serviceId)).reviews).toBe(0);
    const standing = await reviewStanding(seller(), order);
    expect(standing?.byBuyer?.appeal).toEqual({ outcome: 'hidden', decisionReason: 'إساءة صريحة' });
    await expect(answerReview(seller(), { orderId, answer: 'شكرًا' })).rejects.toMatchObject({
      code: 'review-not-open',
    });
    const { rows } = await world.ctx.pool.query(
      `select actor, reason from audit.acts where verb = 'reviews.decide-appeal' and subject_id = $1`,
      [standing?.byBuyer?.reviewId],
    );
    expect(rows).toEqual([{ actor: support, reason: 'إساءة صريحة' }]);
  });

  it('keeps an honest one; the buyer may appeal too, a stranger may not', async () => {
    const { orderId } = await opened();
    await expect(
      askAppeal(world.as(stranger), { orderId, reason: 'لا يعجبني' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await askAppeal(buyer(), { orderId, reason: 'غير صحيح' });
    const { waiting } = await listAppeals(staff());
    const appealId = waiting.find(({ review }) => review.orderId === orderId)?.appealId ?? '';
    await decideAppeal(staff(), { appealId, hide: false, reason: 'رأي صادق' });
    const { decided } = await listAppeals(staff());
    expect(decided.find((one) => one.appealId === appealId)?.outcome).toBe('kept');
  });

  it('has nothing to look at before the opening', async () => {
    const { orderId } = await completed();
    await writeReview(buyer(), byBuyer(orderId));
    await expect(askAppeal(seller(), { orderId, reason: 'شتم' })).rejects.toMatchObject({
      code: 'review-not-open',
    });
  });
});

describe('the figures', () => {
  it('are right when many pairs of one service and seller open at once', async () => {
    const serviceId = someId(world);
    const orders = await Promise.all(
      Array.from({ length: 12 }, () => completed({ serviceId, sellerId: people.sellerId })),
    );
    for (const { orderId } of orders) await writeReview(buyer(), byBuyer(orderId));
    await Promise.all(orders.map(({ orderId }) => writeReview(seller(), bySeller(orderId))));
    expect(await ratingOf(world.ctx, 'service', serviceId)).toMatchObject({
      reviews: 12,
      average: 4,
    });
    expect(await checkRatings(world.ctx)).toEqual([]);
  });

  it('are mended when somebody wrote past the actions', async () => {
    const { serviceId } = await opened();
    await world.ctx.pool.query(
      `update reviews.figures set reviews = 9, quality_sum = 9 where subject_id = $1`,
      [serviceId],
    );
    expect(await recountRatings(world.ctx)).toMatchObject([
      { kind: 'service', subjectId: serviceId, counted: { reviews: 1, quality: 5 } },
    ]);
    expect(await recountRatings(world.ctx)).toEqual([]);
    expect((await ratingOf(world.ctx, 'service', serviceId)).reviews).toBe(1);
  });
});
