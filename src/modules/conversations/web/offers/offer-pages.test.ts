import { aPublishedService } from '#catalogue/testing';
import { withdrawOffer } from '#checkout';
import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { offerInTalk } from '../../offers/offer-in-talk.ts';
import { askSeller } from '../../talking/ask-seller.ts';

const world = await aWorld();
const server = await aServer(world);

it('keeps the reason of an answer to an offer that closed meanwhile', async () => {
  const { browser, memberId } = await aSignedIn(server, 'hind@example.com', 'هند');
  const { serviceId, sellerId } = await aPublishedService(world);
  const buyer = world.as(memberId);
  const seller = world.as(sellerId);
  const asked = { serviceId, body: 'هل تعمل هوية كاملة؟', key: 'ask' };
  const { conversationId } = await askSeller(buyer, asked);
  const offer = await offerInTalk(seller, {
    conversationId,
    title: 'هوية كاملة لمقهى',
    scope: 'شعار ودليل ألوان وبطاقة عمل.',
    priceMinor: 12_000n,
    deliveryDays: 9,
    changesIncluded: 3,
    standsDays: 3,
    asksQuestions: false,
    says: (title) => `عرض: ${title}`,
    key: 'offer',
  });
  const page = `/messages/${conversationId}/offers/${offer.offerId}`;
  await browser.open(page);
  await withdrawOffer(seller, offer.offerId);
  const reason = 'السعر <b>أعلى</b> مما خططت له، وأعود إليك بعد العيد';
  const answer = await browser.post(`${page}/refusal`, { reason });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('لم يعد هذا العرض مفتوحًا');
  expect(answer.text).toContain('السعر &lt;b>أعلى&lt;/b> مما خططت له، وأعود إليك بعد العيد');
  expect(answer.text).toContain(`/messages/${conversationId}#write`);
});

it('says before and after that messages are off, and keeps the request that was written', async () => {
  const { browser, memberId } = await aSignedIn(server, 'salwa@example.com', 'سلوى');
  const { serviceId } = await aPublishedService(world);
  const asked = { serviceId, body: 'هل تعمل هوية كاملة؟', key: 'ask-salwa' };
  const { conversationId } = await askSeller(world.as(memberId), asked);
  const thread = `/messages/${conversationId}`;
  await browser.open(`${thread}/order-request`);
  for (const n of [1, 2, 3]) {
    await browser.post(`${thread}/messages`, { text: `راسلني على الواتساب ${n}` });
  }
  const answer = await browser.post(`${thread}/requests`, { body: 'ثلاث <b>لوحات' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('رسائلك قبل الطلب متوقفة');
  expect(answer.text).toContain('ثلاث &lt;b>لوحات</textarea>');
  expect((await browser.open(`${thread}/order-request`)).text).toContain('رسائلك قبل الطلب متوقفة');
});
