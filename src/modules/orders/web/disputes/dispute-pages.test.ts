import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { acceptDelivery } from '../../index.ts';
import { aDeliveredOrder } from '../../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const buyer = await aSignedIn(server, 'hind@example.com', 'هند الشمري');
const seller = await aSignedIn(server, 'rana@example.com', 'رنا خليل');

const CLAIM = 'الشعار لا يشبه ما اتفقنا عليه <b>أبدًا</b>';

it.each([
  ['a sum that is no sum', 'كثير'],
  ['a right sum', '3'],
])('keeps what was typed with %s when the order moved on meanwhile', async (_name, amount) => {
  const order = await aDeliveredOrder(world, {
    buyerId: buyer.memberId,
    sellerId: seller.memberId,
  });
  const path = `/orders/${order.orderId}/dispute`;
  const page = await buyer.browser.get(path);
  const check = [...page.text.matchAll(/name="(check-[a-z_]+)"/g)].map(([, name = '']) => name);
  const claim = {
    ...Object.fromEntries(check.map((name) => [name, 'on'])),
    kind: 'not_as_ordered',
    body: CLAIM,
    amount,
  };
  // In another window the buyer accepted; eight days later nothing can be claimed any more.
  await acceptDelivery(world.as(buyer.memberId), { orderId: order.orderId });
  world.clock.advance(200 * 24 * 3_600_000);
  const late = await buyer.browser.post(path, claim);
  expect(late.status).toBe(409);
  expect(late.text).toContain('لا يشبه ما اتفقنا عليه &lt;b>أبدًا');
  expect(late.text).not.toContain('<b>أبدًا');
});
