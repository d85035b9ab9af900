import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { myServicePath, reviewPath } from '../catalogue-paths.ts';
import { submitService } from '../life-cycle/submit-service.ts';
import { aDraftService, allDeclared, aServiceInput } from '../testing/index.ts';
import { findServiceContact } from './find-service-contact.ts';

const world = await aWorld();
const server = await aServer(world);
const NUMBER = '0551234567';

it('is looked for in every text of a service, and work for a network is none', () => {
  const clean = aServiceInput({ title: 'تصميم ملصقات واتساب بشخصيتك' });
  expect(findServiceContact(world.ctx, clean)).toEqual([]);
  const { description } = clean;
  const content = aServiceInput({
    description: `${description} راسلني على الواتساب`,
    tags: ['شعار', 'wa.me/966551234567'],
    upgrades: [{ title: `اتصل ${NUMBER}`, priceMinor: 500n, daysDelta: 1 }],
    faq: [{ question: 'كيف أتواصل؟', answer: 'shop@khayt.sa' }],
    rightsText: 'https://khayt-studio.com',
  });
  expect(findServiceContact(world.ctx, content).map(({ field }) => field)).toEqual([
    'description',
    'tags',
    'upgrades',
    'faq',
    'rights',
  ]);
});

it('is shown to the seller before it is sent and to the reviewer after', async () => {
  const { browser, memberId: sellerId } = await aSignedIn(server, 'rana@example.com', 'رنا');
  const rights = `هاتفي ${NUMBER} لمن أراد النسخ`;
  const { serviceId, version } = await aDraftService(world, {
    sellerId,
    input: { rightsText: rights },
  });
  const marked = `<mark>${NUMBER}</mark>`;
  expect((await browser.open(myServicePath(serviceId))).text).toContain(marked);
  await submitService(world.as(sellerId), { serviceId, version, declarations: allDeclared });
  const reviewer = await aSignedIn(server, 'reviewer@example.com', 'نور');
  await sql`insert into identity.member_roles (member_id, role, granted_by, granted_at)
    values (${reviewer.memberId}, 'reviewer', 'test', ${world.clock.now()})`.execute(world.ctx.db);
  await reviewer.browser.post('/sign-out');
  await reviewer.browser.open('/sign-in');
  const account = { email: 'reviewer@example.com', password: 'khatam-saffron-71' };
  await reviewer.browser.post('/sign-in', account);
  const review = await reviewer.browser.open(reviewPath(serviceId));
  expect(review.text).toContain(marked);
  expect(review.text).toContain('قد يكون في النص وسيلة تواصل خارجي');
});
