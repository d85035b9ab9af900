import { aPublishedService } from '#catalogue/testing';
import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { askSeller } from '../talking/ask-seller.ts';
import { setBlock } from '../talking/set-block.ts';

const world = await aWorld();
const server = await aServer(world);

it('gives back a message that was written before messages went off', async () => {
  const { browser, memberId } = await aSignedIn(server, 'amal@example.com', 'أمل');
  const { serviceId, sellerId } = await aPublishedService(world);
  const asked = { serviceId, body: 'هل تعمل هوية كاملة؟', key: 'ask' };
  const { conversationId } = await askSeller(world.as(memberId), asked);
  const thread = `/messages/${conversationId}`;
  await browser.open(thread);
  await setBlock(world.as(sellerId), conversationId, true);
  const blocked = await browser.post(`${thread}/messages`, { text: 'سؤال <b>طويل' });
  expect(blocked.status).toBe(422);
  expect(blocked.text).toContain('سؤال &lt;b>طويل</');
  expect(blocked.text).not.toContain('</textarea>');
  expect(blocked.text).toContain('انسخ ما كتبته إن أردت الاحتفاظ به');
  await setBlock(world.as(sellerId), conversationId, false);
  for (const n of [1, 2, 3]) {
    await browser.post(`${thread}/messages`, { text: `راسلني على الواتساب ${n}` });
  }
  const paused = await browser.post(`${thread}/messages`, { text: 'سؤال <b>آخر' });
  expect(paused.status).toBe(422);
  expect(paused.text).toContain('سؤال &lt;b>آخر</');
  expect(paused.text).toContain('انسخ ما كتبته لترسله حين تعود');
  const again = await browser.post('/messages', { service: serviceId, text: 'سؤال <b>ثالث' });
  expect(again.status).toBe(422);
  expect(again.text).toContain('سؤال &lt;b>ثالث</');
  const other = await aPublishedService(world);
  const asking = (await browser.open(`/messages/new?service=${other.serviceId}`)).text;
  expect(asking).toContain('رسائلك قبل الطلب متوقفة');
  expect(asking).not.toContain('</textarea>');
  expect((await browser.open(thread)).text).not.toContain('</textarea>');
});
