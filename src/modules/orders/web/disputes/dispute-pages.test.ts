import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { acceptDelivery } from '../../index.ts';
import { aCompletedOrder, aDeliveredOrder } from '../../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const buyer = await aSignedIn(server, 'hind@example.com', 'هند الشمري');
const seller = await aSignedIn(server, 'rana@example.com', 'رنا خليل');

const CLAIM = 'الشعار لا يشبه ما اتفقنا عليه <b>أبدًا</b>';

/** Everything a claim must say, as the page at the path asks for it. */
async function aClaim(path: string, amount: string) {
  const { text } = await buyer.browser.get(path);
  const checks = [...text.matchAll(/name="(check-[a-z_]+)"/g)].map(([, name = '']) => [name, 'on']);
  return { ...Object.fromEntries(checks), kind: 'not_as_ordered', body: CLAIM, amount };
}

it.each([
  ['a sum that is no sum', 'كثير'],
  ['a right sum', '3'],
])('keeps what was typed with %s when the order moved on meanwhile', async (_name, amount) => {
  const order = await aDeliveredOrder(world, {
    buyerId: buyer.memberId,
    sellerId: seller.memberId,
  });
  const path = `/orders/${order.orderId}/dispute`;
  const claim = await aClaim(path, amount);
  // In another window the buyer accepted; eight days later nothing can be claimed any more.
  await acceptDelivery(world.as(buyer.memberId), { orderId: order.orderId });
  world.clock.advance(200 * 24 * 3_600_000);
  const late = await buyer.browser.post(path, claim);
  expect(late.status).toBe(409);
  expect(late.text).toContain('لا يشبه ما اتفقنا عليه &lt;b>أبدًا');
  expect(late.text).not.toContain('<b>أبدًا');
});

it.each([
  ['delivered', aDeliveredOrder, 'progress-current'],
  ['completed', aCompletedOrder, 'progress-done'],
] as const)('an order disputed when it was %s stands where it stood', async (_name, make, step) => {
  const sides = { buyerId: buyer.memberId, sellerId: seller.memberId };
  const { orderId } = await make(world, sides);
  const path = `/orders/${orderId}`;
  const opened = await buyer.browser.post(`${path}/dispute`, await aClaim(`${path}/dispute`, '3'));
  expect(opened.status).toBe(303);
  const { text } = await buyer.browser.open(path);
  expect(text).toContain('في هذا الطلب نزاع');
  expect(text).toMatch(
    new RegExp(`<li class="[^"]*${step}[^"]*"[^>]*>(?:(?!</li>).)*بانتظار القبول`, 's'),
  );
});
