import { sellerPath, servicePath } from '#catalogue';
import { aPublishedService } from '#catalogue/testing';
import { registerMember, type Role } from '#identity';
import { aCompletedOrder, aDeliveredOrder } from '#orders/testing';
import { DAY_MS } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/browser.ts';
import { sweepReviewTimers } from '../index.ts';

const world = await aWorld();
const server = await aServer(world);
const password = 'khatam-saffron-71';
const { serviceId, sellerId, number, title, serviceVersion } = await published();

async function published() {
  const one = await aPublishedService(world);
  const { rows } = await world.ctx.pool.query<{
    number: number;
    title: string;
    seller_id: string;
    version: number;
  }>('select number, title, seller_id, version from catalogue.services where id = $1', [
    one.serviceId,
  ]);
  const row = rows[0];
  if (!row) throw new Error('no service');
  return {
    ...one,
    number: row.number,
    title: row.title,
    sellerId: row.seller_id,
    serviceVersion: row.version,
  };
}

async function member(email: string, displayName: string, roles: Role[] = []): Promise<string> {
  return (await registerMember(world.ctx, { email, displayName, password, roles })).memberId;
}
const buyerId = await member('hind@example.com', 'هند الشمري');
const otherSellerId = await member('rana@example.com', 'رنا خليل');
await member('support@example.com', 'نور', ['support']);

async function signedIn(email: string): Promise<Browser> {
  const browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return browser;
}
const buyer = await signedIn('hind@example.com');
const seller = await signedIn('rana@example.com');
const support = await signedIn('support@example.com');

const stars = { quality: '5', communication: '5', onTime: '4', body: 'عمل <b>متقن</b>' };

it('goes from the form to the opened pair, an answer and a decided appeal without JavaScript', async () => {
  const order = await aCompletedOrder(world, { buyerId, sellerId: otherSellerId });
  const room = `/orders/${order.orderId}`;
  const page = await buyer.get(room);
  expect(page.text).toContain('جودة العمل');
  const refused = await buyer.post(`${room}/review`, { ...stars, onTime: '', body: '' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('اختر من نجمة إلى خمس.');
  const key = /value="(review-[^"]+)"/.exec(page.text)?.[1] ?? '';
  for (let time = 0; time < 2; time += 1) {
    const sent = await buyer.post(`${room}/review`, { ...stars, idempotencyKey: key });
    expect([sent.status, sent.location]).toEqual([303, `${room}/review`]);
  }
  expect((await buyer.get(room)).text).toContain('وصل تقييمك');
  const blind = await seller.get(room);
  expect(blind.text).toContain('كتب \u2068هند الشمري\u2069 تقييمه');
  expect(blind.text).not.toContain('متقن');
  await seller.post(`${room}/review`, { stars: '5', body: 'تعليمات واضحة' });
  const open = await seller.get(room);
  expect(open.text).toContain('عمل &lt;b>متقن');
  await seller.post(`${room}/review/answer`, { answer: 'شكرًا على ثقتك' });
  await seller.post(`${room}/review/appeal`, { reason: 'فيه إساءة' });
  expect((await buyer.get(room)).text).toContain('شكرًا على ثقتك');
  const desk = await support.get('/staff/review-appeals');
  expect(desk.text).toContain('فيه إساءة');
  const decision = /\/staff\/review-appeals\/[^"]+\/decision/.exec(desk.text)?.[0] ?? '';
  expect((await support.post(decision, { outcome: 'hide', reason: '' })).status).toBe(422);
  expect((await support.post(decision, { outcome: 'hide', reason: 'شتم صريح' })).status).toBe(303);
  expect((await seller.get(`${room}/review`)).text).toContain('شتم صريح');
  await server.drain();
  const { rows } = await sql<{ kind: string }>`select kind from notifications.notices
    where kind like 'reviews.%' and params->>'orderId' = ${order.orderId} order by kind`.execute(
    world.ctx.db,
  );
  expect(rows.map(({ kind }) => kind)).toEqual([
    'reviews.answered',
    'reviews.appeal-hidden',
    'reviews.opened',
    'reviews.opened',
    'reviews.review-hidden',
  ]);
});

it('shows what buyers say on the service, its card, its data and the seller’s page', async () => {
  const path = servicePath(number, title);
  const before = await buyer.get(path);
  expect(before.text).toContain('ولا يقيّم إلا من اشترى');
  expect(before.text).not.toContain('aggregateRating');
  for (let one = 0; one < 12; one += 1) {
    const order = await aCompletedOrder(world, { buyerId, sellerId, serviceId, serviceVersion });
    await buyer.get('/orders');
    await buyer.post(`/orders/${order.orderId}/review`, stars);
  }
  world.clock.advance(15 * DAY_MS);
  await sweepReviewTimers(world.ctx);
  const after = await server.browser().get(path);
  expect(after.text).toContain('متقن');
  expect(after.text).toContain('12 تقييمًا');
  expect(after.text).toContain('الإصدار 1 من الخدمة');
  expect(after.text).toContain('"ratingValue":4.67');
  const all = await server.browser().get(`${path}/reviews`);
  expect(all.text.match(/class="review"/g)).toHaveLength(10);
  expect(
    (await server.browser().get(`${path}/reviews?page=2`)).text.match(/class="review"/g),
  ).toHaveLength(2);
  expect((await server.browser().get(`${path}/reviews?page=3`)).status).toBe(404);
  expect((await server.browser().get(`/services/${number}/reviews`)).status).toBe(301);
  const { rows } = await world.ctx.pool.query(
    `select rating_count, rating_hundredths, rating_score from catalogue.service_cards
     where service_id = $1`,
    [serviceId],
  );
  expect(rows).toEqual([{ rating_count: 12, rating_hundredths: 467, rating_score: 46_020 }]);
  const { rows: handles } = await world.ctx.pool.query<{ handle: string }>(
    'select handle from identity.members where id = $1',
    [sellerId],
  );
  const sellers = await server.browser().get(sellerPath(handles[0]?.handle ?? ''));
  expect(sellers.text).toContain('متقن');
  const sellersAll = await server.browser().get(`${sellerPath(handles[0]?.handle ?? '')}/reviews`);
  expect(sellersAll.text).toContain(title);
});

it('has nothing to rate before the work is accepted', async () => {
  const order = await aDeliveredOrder(world, { buyerId, sellerId: otherSellerId });
  expect((await buyer.get(`/orders/${order.orderId}/review`)).text).toContain(
    'التقييم بعد اكتمال الطلب',
  );
  const sent = await buyer.post(`/orders/${order.orderId}/review`, stars);
  expect([sent.status, sent.location]).toEqual([303, `/orders/${order.orderId}/review`]);
});
