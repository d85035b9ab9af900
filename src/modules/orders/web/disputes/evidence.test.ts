import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { beforeAll, expect, it } from 'vitest';
import { CHECKS, openDispute, sendOrderMessage } from '../../index.ts';
import { aDeliveredOrder } from '../../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const buyer = await aSignedIn(server, 'hind@example.com', 'هند الشمري');
const seller = await aSignedIn(server, 'rana@example.com', 'رنا خليل');
const stranger = await aSignedIn(server, 'sami@example.com', 'سامي');
let path = '';

beforeAll(async () => {
  const { orderId } = await aDeliveredOrder(world, {
    buyerId: buyer.memberId,
    sellerId: seller.memberId,
  });
  path = `/orders/${orderId}/evidence`;
  const me = world.as(buyer.memberId);
  for (let index = 0; index < 90; index += 1) {
    const key = `message-${index}`;
    await sendOrderMessage(me, { orderId, body: `رسالة رقم ${index} «مهمة» <b>`, key });
  }
  const kind = 'not_as_ordered';
  const body = 'الألوان غير ما طلبت.\nانظر الرسالة الأولى.';
  await openDispute(me, { orderId, kind, checks: CHECKS[kind], body, wantedMinor: 300n });
});

it('is one document with everything, for both sides', async () => {
  for (const { browser } of [buyer, seller]) {
    const answer = await browser.get(`${path}.pdf`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(answer.text.startsWith('%PDF-')).toBe(true);
    // Ninety messages do not fit on two pages: the room's page alone would show eighty.
    expect(answer.text.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2);
  }
});

it('is one archive with that document in it', async () => {
  const answer = await buyer.browser.get(`${path}.zip`);
  expect(answer.status).toBe(200);
  for (const name of ['order.pdf', 'history.csv', 'messages.txt', 'dispute.txt']) {
    expect(answer.text).toContain(name);
  }
});

it.each(['pdf', 'zip'])('is not there for anybody else (%s)', async (kind) => {
  expect((await stranger.browser.get(`${path}.${kind}`)).status).toBe(404);
  expect((await server.browser().get(`${path}.${kind}`)).status).toBe(303);
});
