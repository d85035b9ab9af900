import { getSellableService, pauseService, saveService } from '#catalogue';
import { aPublishedService, aServiceInput, type FixtureService } from '#catalogue/testing';
import { registerMember } from '#identity';
import { verifyLedger } from '#ledger';
import { fund } from '#ledger/testing';
import { escrowCheck } from '#orders';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/browser.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const password = 'khatam-saffron-71';
let people = 0;

async function aBuyer(
  creditMinor: bigint,
  emailVerified = true,
): Promise<{ memberId: string; browser: Browser }> {
  people += 1;
  const email = `buyer-${people}@example.com`;
  const { memberId } = await registerMember(ctx, {
    email,
    displayName: 'هند',
    password,
    emailVerified,
  });
  if (creditMinor > 0n) await fund(ctx, memberId, creditMinor);
  const browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return { memberId, browser };
}

const sold = await aPublishedService(world);

/** The fields of the form on the page, as a browser would send them. */
function fieldsOf(html: string): Record<string, string | string[]> {
  const form = /<form[^>]*action="(?:\/en)?\/checkout"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  )) {
    if (name !== '_csrf') fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

const checkoutOf = ({ serviceId }: FixtureService, more = '') =>
  `/checkout?service=${serviceId}${more}`;
const orders = async (memberId: string) =>
  (await sql`select id from orders.orders where buyer_id = ${memberId}`.execute(ctx.db)).rows
    .length;

describe('checkout without JavaScript', () => {
  it('shows what was chosen and buys it from the balance; the same form again leads to the same order', async () => {
    const { memberId, browser } = await aBuyer(10_000n);
    const { upgrades } = await getSellableService(ctx, sold.serviceId);
    const page = await browser.get(
      checkoutOf(sold, `&upgrade=${upgrades[0]?.upgradeId}&quantity=2`),
    );
    for (const text of [
      'تصميم شعار احترافي',
      'بطاقة عمل',
      '$50.00',
      'في رصيدك',
      'ليلى مراد',
      'مرتان',
    ]) {
      expect(page.text).toContain(text);
    }
    const fields = { ...fieldsOf(page.text), method: 'balance' };
    const bought = await browser.post('/checkout', fields);
    expect([bought.status, bought.location]).toEqual([
      303,
      expect.stringMatching(/^\/orders\/[0-9a-f-]{36}$/),
    ]);
    expect((await browser.post('/checkout', fields)).location).toBe(bought.location);
    expect(await orders(memberId)).toBe(1);
    expect((await browser.get(bought.location ?? '')).status).toBe(200);
  });

  it('shows the difference and asks when the price changed while the page was open', async () => {
    const own = await aPublishedService(world);
    const { memberId, browser } = await aBuyer(10_000n);
    const page = await browser.get(checkoutOf(own));
    const { version } = await getSellableService(ctx, own.serviceId);
    const input = aServiceInput({ basePriceMinor: 2_000n });
    await saveService(world.as(own.sellerId), { serviceId: own.serviceId, version, input });
    const asked = await browser.post('/checkout', { ...fieldsOf(page.text), method: 'balance' });
    expect([asked.status, await orders(memberId)]).toEqual([409, 0]);
    expect(asked.text).toMatch(/كان المجموع [^<]*\$15\.00[^<]* وصار [^<]*\$20\.00/);
    const bought = await browser.post('/checkout', { ...fieldsOf(asked.text), method: 'balance' });
    expect([bought.status, await orders(memberId)]).toEqual([303, 1]);
  });

  it('shows another delivery time likewise', async () => {
    const { memberId, browser } = await aBuyer(10_000n);
    const page = await browser.get(checkoutOf(sold));
    const asked = await browser.post('/checkout', {
      ...fieldsOf(page.text),
      shownDays: '2',
      method: 'balance',
    });
    expect([asked.status, await orders(memberId)]).toEqual([409, 0]);
    expect(asked.text).toContain('كان التسليم خلال يومين وصار خلال 3 أيام');
  });

  it('says that a paused service cannot be bought, before and after the form', async () => {
    const own = await aPublishedService(world);
    const { memberId, browser } = await aBuyer(10_000n);
    const page = await browser.get(checkoutOf(own));
    await pauseService(world.as(own.sellerId), { serviceId: own.serviceId });
    const refused = await browser.post('/checkout', { ...fieldsOf(page.text), method: 'balance' });
    expect([refused.status, await orders(memberId)]).toEqual([303, 0]);
    const after = await browser.open(refused.location ?? '');
    expect(after.text).toContain('هذه الخدمة غير متاحة للشراء الآن');
  });

  it('says what is missing and how to add it when the balance is short', async () => {
    const { memberId, browser } = await aBuyer(1_500n);
    const page = await browser.get(checkoutOf(sold));
    const twice = fieldsOf(page.text);
    await browser.post('/checkout', { ...twice, method: 'balance' });
    const short = await browser.post('/checkout', {
      ...twice,
      idempotencyKey: 'another',
      method: 'balance',
    });
    expect([short.status, await orders(memberId)]).toEqual([409, 1]);
    expect(short.text).toMatch(/ينقص رصيدك [^<]*\$15\.00/);
    expect(short.text).toContain(
      'href="/wallet/top-up?amount=15.00&amp;back=%2Fcheckout%3Fservice%3D',
    );
    expect((await browser.get('/wallet/top-up?amount=15.00')).text).toContain('value="15.00"');
  });

  it('pays by the gateway, and the order is there when the payer comes back', async () => {
    const { memberId, browser } = await aBuyer(500n);
    const page = await browser.get(checkoutOf(sold));
    for (const text of ['$5.00', '$0.50', '$10.50', '$0.75', '$15.75'])
      expect(page.text).toContain(text);
    const fields = { ...fieldsOf(page.text), method: 'mixed' };
    const sent = await browser.post('/checkout', fields);
    expect(sent.location).toMatch(/^\/sandbox\/pay\//);
    expect((await browser.post('/checkout', fields)).location).toBe(sent.location);
    expect((await browser.get(sent.location ?? '')).text).toContain('$10.50');
    const paid = await browser.post(sent.location ?? '', { outcome: 'success', delivery: 'never' });
    const receipt = await browser.get(paid.location ?? '');
    expect(receipt.location).toMatch(/^\/purchases\//);
    const order = await browser.get(receipt.location ?? '');
    expect(order.location).toMatch(/^\/orders\//);
    expect(await orders(memberId)).toBe(1);
    await server.drain();
    expect(await orders(memberId)).toBe(1);
    const own = (paid.location ?? '').split('?')[0] ?? '';
    const again = await browser.get(own);
    for (const text of ['من ثمن الخدمة', '$10.00', 'تصميم شعار'])
      expect(again.text).toContain(text);
    expect((await browser.post('/checkout', fields)).location).toBe(receipt.location);
  });

  it('keeps the money as credit and says so when the service is paused during the payment', async () => {
    const own = await aPublishedService(world);
    const { memberId, browser } = await aBuyer(0n);
    const page = await browser.get(checkoutOf(own));
    const sent = await browser.post('/checkout', { ...fieldsOf(page.text), method: 'gateway' });
    await pauseService(world.as(own.sellerId), { serviceId: own.serviceId });
    await browser.get(sent.location ?? '');
    const paid = await browser.post(sent.location ?? '', { outcome: 'success', delivery: 'never' });
    const told = await browser.open(paid.location ?? '');
    expect(told.text).toContain('تعذّر فتح الطلب، فأُضيف كله إلى رصيدك');
    expect(told.text).toContain('أوقف البائع الخدمة أو غيّرها أثناء الدفع');
    expect((await browser.get('/wallet')).text).toContain('$15.00');
    await server.drain();
    expect((await browser.get('/notices')).text).toContain('أُضيف المبلغ إلى رصيدك');
    expect(await orders(memberId)).toBe(0);
  });

  it('declined, nothing is bought', async () => {
    const { memberId, browser } = await aBuyer(0n);
    const page = await browser.get(checkoutOf(sold));
    const sent = await browser.post('/checkout', { ...fieldsOf(page.text), method: 'gateway' });
    await browser.get(sent.location ?? '');
    const back = await browser.post(sent.location ?? '', { outcome: 'decline', delivery: 'now' });
    const receipt = await browser.get(back.location ?? '');
    expect(receipt.text).toContain('لم تقبل البوابة الدفع');
    const purchase = /href="(\/purchases\/[^"]+)"/.exec(receipt.text)?.[1] ?? '';
    await server.drain();
    expect((await browser.get(purchase)).text).toContain('لم يكتمل الدفع');
    expect(await orders(memberId)).toBe(0);
  });
});

describe('checkout refuses', () => {
  it.each([
    ['no way to pay', { method: '' }],
    ['a way nobody offers', { method: 'cash' }],
  ])('%s with 422 on the same page', async (_what, change) => {
    const { memberId, browser } = await aBuyer(10_000n);
    const page = await browser.get(checkoutOf(sold));
    const answer = await browser.post('/checkout', { ...fieldsOf(page.text), ...change });
    expect([
      answer.status,
      answer.text.includes('اختر طريقة الدفع.'),
      await orders(memberId),
    ]).toEqual([422, true, 0]);
  });

  it.each([
    ['a price that is no number', { shownPriceMinor: '-1' }],
    ['a key of the house’s own', { idempotencyKey: 'purchase:x' }],
    ['a key without end', { idempotencyKey: 'k'.repeat(101) }],
  ])('%s, writing nothing', async (_what, change) => {
    const { memberId, browser } = await aBuyer(10_000n);
    const page = await browser.get(checkoutOf(sold));
    const answer = await browser.post('/checkout', {
      ...fieldsOf(page.text),
      method: 'balance',
      ...change,
    });
    expect([answer.status, await orders(memberId)]).toEqual([422, 0]);
  });

  it('strangers, the unverified, unknown services, foreign tokens, and the seller', async () => {
    expect((await server.browser().get(checkoutOf(sold))).location).toMatch(
      /^\/sign-in\?next=%2Fcheckout/,
    );
    const unverified = await aBuyer(10_000n, false);
    await unverified.browser.open('/wallet');
    await unverified.browser.post('/checkout', {
      service: sold.serviceId,
      method: 'balance',
      shownPriceMinor: '1500',
      idempotencyKey: 'k',
    });
    expect(await orders(unverified.memberId)).toBe(0);
    const { memberId, browser } = await aBuyer(10_000n);
    for (const service of ['x', '', '01a2076b-4400-7bfa-ae0f-2b12e1046b62']) {
      expect((await browser.get(`/checkout?service=${service}`)).status).toBe(404);
    }
    const page = await browser.get(checkoutOf(sold));
    const fields = { ...fieldsOf(page.text), method: 'balance' };
    expect((await browser.post('/checkout', fields, { token: false })).status).toBe(403);
    expect(await orders(memberId)).toBe(0);
  });

  it('somebody else’s purchase: it is not there', async () => {
    const { browser } = await aBuyer(0n);
    const page = await browser.get(checkoutOf(sold));
    await browser.post('/checkout', { ...fieldsOf(page.text), method: 'gateway' });
    const { rows } = await sql<{
      id: string;
    }>`select id from checkout.purchases where state = 'waiting' limit 1`.execute(ctx.db);
    const other = (await aBuyer(0n)).browser;
    expect((await other.get(`/purchases/${rows[0]?.id}`)).status).toBe(404);
    expect((await other.get('/purchases/x')).status).toBe(404);
    expect((await browser.get(`/purchases/${rows[0]?.id}`)).headers.get('refresh')).toBe('4');
  });
});

it('after all of it the ledger and the orders agree', async () => {
  expect(await verifyLedger(ctx, [escrowCheck])).toMatchObject({ ok: true });
});
