import { aPublishedService } from '#catalogue/testing';
import { registerMember, type Role } from '#identity';
import { askSeller } from '#conversations/testing';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/browser.ts';
import { listOwnCases } from '../ladder/list-contact-cases.ts';

const world = await aWorld();
const server = await aServer(world);
const password = 'khatam-saffron-71';

async function member(email: string, displayName: string, roles: Role[] = []) {
  const { memberId } = await registerMember(world.ctx, { email, displayName, password, roles });
  const browser: Browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return { memberId, browser };
}

const buyer = await member('hind@example.com', 'هند');
const seller = await member('rana@example.com', 'رنا');
const support = await member('support@example.com', 'نور', ['support']);
const { serviceId } = await aPublishedService(world, { sellerId: seller.memberId });
const { conversationId } = await askSeller(world.as(buyer.memberId), {
  serviceId,
  body: 'هذا رقم العينة 0551234567 على البطاقة',
  key: 'k',
});
const { cases } = await listOwnCases(world.as(buyer.memberId));
const caseId = cases[0]?.caseId ?? '';
const thread = `/messages/${conversationId}`;
const page = `/contact-cases/${caseId}`;

it('goes from the masked message to an objection and its decision without JavaScript', async () => {
  const own = await buyer.browser.open(thread);
  expect(own.text).toContain('<mark>0551234567</mark>');
  expect(own.text).toContain(`href="${page}"`);
  const other = await seller.browser.open(thread);
  expect(other.text).not.toContain('0551234567');
  expect(other.text).toContain('•••••');
  expect((await seller.browser.get('/messages')).text).not.toContain('0551234567');
  expect((await buyer.browser.open(page)).text).toContain('كان هذا خطأ');

  const long = await buyer.browser.post(`${page}/objection`, { reason: 'س'.repeat(1_001) });
  expect([long.status, long.text.includes('أطول من 1,000 حرف')]).toEqual([422, true]);
  const sent = await buyer.browser.post(`${page}/objection`, { reason: 'رقم عينة' });
  expect([sent.status, sent.location]).toEqual([303, page]);
  expect((await buyer.browser.open(page)).text).toContain('رقم عينة');

  expect((await support.browser.get('/staff')).text).toContain('/staff/contact');
  const desk = await support.browser.open('/staff/contact');
  expect(desk.text).toContain('<mark>0551234567</mark>');
  const decide = (fields: Record<string, string>) =>
    support.browser.post(`/staff/contact/${caseId}/decision`, fields);
  expect((await decide({ outcome: 'lift' })).status).toBe(422);
  expect((await decide({ reason: 'رقم عينة' })).status).toBe(422);
  const first = await decide({ outcome: 'lift', reason: 'رقم على بطاقة' });
  expect([first.status, first.location]).toEqual([303, '/staff/contact']);
  await decide({ outcome: 'confirm', reason: 'مرة أخرى' });

  expect((await seller.browser.open(thread)).text).toContain('0551234567');
  expect((await buyer.browser.open(page)).text).toContain('رقم على بطاقة');
});

it('says until when messages are off, in place of the form', async () => {
  for (const n of [1, 2, 3]) {
    await buyer.browser.open(thread);
    await buyer.browser.post(`${thread}/messages`, { text: `راسلني على الواتساب ${n}` });
  }
  const off = await buyer.browser.open(thread);
  expect(off.text).toContain('رسائلك قبل الطلب متوقفة');
  expect(off.text).not.toContain('name="text"');
  expect((await buyer.browser.open('/contact-cases')).text).toContain('عليك 3 مخالفات');
});

it('is there for its writer alone', async () => {
  expect((await seller.browser.get(page)).status).toBe(404);
  expect((await support.browser.get(page)).status).toBe(404);
  expect((await seller.browser.post(`${page}/objection`, { reason: 'x' })).status).toBe(404);
  expect((await buyer.browser.get('/staff/contact')).status).toBe(404);
});
