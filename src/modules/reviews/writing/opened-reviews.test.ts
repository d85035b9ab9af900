import { someId } from '#orders/testing';
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
  writeReview,
} from '../index.ts';
import { byBuyer, bySeller, reviewsIn } from '../testing/reviews.fixture.ts';

const world = await aWorld();
const { people, stranger, support, completed, buyer, seller, staff, opened } =
  await reviewsIn(world);

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
