import { fund } from '#ledger/testing';
import { registerMember } from '#identity';
import { HOUR_MS } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/browser.ts';
import { pollPayments } from '../payments/poll-payments.ts';
import { signWebhook } from '../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const password = 'khatam-saffron-71';

async function person(
  email: string,
  emailVerified = true,
): Promise<{ memberId: string; browser: Browser }> {
  const { memberId } = await registerMember(ctx, {
    email,
    displayName: 'هند',
    password,
    emailVerified,
  });
  const browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return { memberId, browser };
}
const { memberId, browser } = await person('hind@example.com');
const other = (await person('other@example.com')).browser;

const keyIn = (text: string) => /name="idempotencyKey" value="([^"]+)"/.exec(text)?.[1] ?? '';

/** Goes through both steps of a top-up; answers where it leads. */
async function begin(amount: string): Promise<{ payPath: string; paymentId: string }> {
  await browser.open('/wallet/top-up');
  const summary = await browser.post('/wallet/top-up', { amount });
  const fields = { amount, confirmed: 'yes', idempotencyKey: keyIn(summary.text) };
  const payPath = (await browser.post('/wallet/top-up', fields)).location ?? '';
  const { rows } = await sql<{ id: string }>`select id from wallet.payments
    where member_id = ${memberId} and key = ${fields.idempotencyKey}`.execute(ctx.db);
  return { payPath, paymentId: rows[0]?.id ?? '' };
}

describe('topping up without JavaScript', () => {
  it('shows the fee before any money moves, then goes to the gateway, pays, and ends at the receipt', async () => {
    await browser.open('/wallet/top-up');
    const summary = await browser.post('/wallet/top-up', { amount: '٢٠' });
    expect(summary.status).toBe(200);
    for (const amount of ['$20.00', '$1.00', '$21.00']) expect(summary.text).toContain(amount);
    const fields = { amount: '20', confirmed: 'yes', idempotencyKey: keyIn(summary.text) };
    const sent = await browser.post('/wallet/top-up', fields);
    expect([sent.status, sent.location]).toEqual([
      303,
      expect.stringMatching(/^\/sandbox\/pay\/[0-9a-f-]{36}$/),
    ]);
    const again = await browser.post('/wallet/top-up', fields);
    expect(again.location).toBe(sent.location);

    const hosted = await browser.get(sent.location ?? '');
    expect(hosted.text).toContain('$21.00');
    const paid = await browser.post(sent.location ?? '', { outcome: 'success', delivery: 'never' });
    expect(paid.location).toMatch(/^\/payments\/[0-9a-f-]{36}\?from=gateway$/);
    const receipt = await browser.get(paid.location ?? '');
    expect(receipt.status).toBe(200);
    for (const text of ['اكتمل الدفع', '$20.00', '$1.00', '$21.00', 'شحن رصيد'])
      expect(receipt.text).toContain(text);
    expect((await browser.get('/wallet')).text).toContain('شحن رصيد');
    await server.drain();
    expect((await browser.get('/notices')).text).toContain('وصل الشحن إلى رصيدك');
  });

  it.each([
    ['', 'اكتب المبلغ.'],
    ['x', 'اكتب المبلغ رقمًا'],
    ['0.99', 'المبلغ أقل من الحد الأدنى.'],
    ['1000.01', 'المبلغ أكبر من الحد الأعلى.'],
    ['-5', 'اكتب المبلغ رقمًا'],
    ['1e3', 'اكتب المبلغ رقمًا'],
  ])('answers %j on the same page with 422 and the value kept', async (amount, message) => {
    await browser.open('/wallet/top-up');
    const answer = await browser.post('/wallet/top-up', { amount });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    if (amount) expect(answer.text).toContain(`value="${amount}"`);
  });

  it('on the way to something else the receipt leads back there, and only within the site', async () => {
    const buy = '/checkout?service=01a2076b-4400-7b00-8d6f-dad2d148cf70&quantity=2';
    const paidFrom = async (back: string) => {
      await browser.open(`/wallet/top-up?amount=20&back=${encodeURIComponent(back)}`);
      const summary = await browser.post('/wallet/top-up', { amount: '20', back });
      const fields = { amount: '20', back, confirmed: 'yes', idempotencyKey: keyIn(summary.text) };
      const sent = await browser.post('/wallet/top-up', fields);
      const outcome = { outcome: 'success', delivery: 'never' };
      await browser.open(sent.location ?? '');
      const paid = await browser.post(sent.location ?? '', outcome);
      return (await browser.get(paid.location ?? '')).text;
    };
    expect(await paidFrom(buy)).toContain(`href="${buy.replace('&', '&amp;')}"`);
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      expect(await paidFrom(elsewhere)).not.toContain('evil.example');
    }
  });

  it('refuses the same form with another amount', async () => {
    await browser.open('/wallet/top-up');
    const summary = await browser.post('/wallet/top-up', { amount: '20' });
    const fields = { confirmed: 'yes', idempotencyKey: keyIn(summary.text) };
    await browser.post('/wallet/top-up', { ...fields, amount: '20' });
    const other_ = await browser.post('/wallet/top-up', { ...fields, amount: '30' });
    expect(other_.location).toBe('/wallet/top-up');
    expect((await browser.get('/wallet/top-up')).text).toContain(
      'أُرسل هذا النموذج من قبل بمبلغ آخر',
    );
  });

  it('needs a verified email', async () => {
    const { browser: unverified } = await person('new@example.com', false);
    await unverified.open('/wallet/top-up');
    const answer = await unverified.post('/wallet/top-up', { amount: '20', confirmed: 'yes' });
    expect([
      answer.status,
      await sql`select 1 from wallet.payments p join identity.members m on m.id = p.member_id
      where m.email = 'new@example.com'`.execute(ctx.db),
    ]).toMatchObject([answer.location ? 303 : 403, { rows: [] }]);
  });
});

describe('a payment that is undecided', () => {
  it('is asked about by its page, which asks again by itself; late success becomes a receipt', async () => {
    const { payPath, paymentId } = await begin('15');
    await browser.post(payPath, { outcome: 'delay', delivery: 'never' });
    const waiting = await browser.get(`/payments/${paymentId}`);
    expect(waiting.headers.get('refresh')).toBe('4');
    expect(waiting.text).toContain('نتحقق من دفعك');
    await browser.post(`/payments/${paymentId}/cancellation`);
    expect((await browser.get(`/payments/${paymentId}`)).text).toContain(
      'المصرف يعالج هذا الدفع الآن',
    );
    await sql`update sandbox.charges set finishes_at = created_at where state = 'processing'`.execute(
      ctx.db,
    );
    const decided = await browser.get(`/payments/${paymentId}`);
    expect(decided.headers.get('refresh')).toBeNull();
    expect(decided.text).toContain('اكتمل الدفع');
  });

  it('can be called off, once and again', async () => {
    const { paymentId } = await begin('15');
    for (let n = 0; n < 2; n += 1) await browser.post(`/payments/${paymentId}/cancellation`);
    expect((await browser.get(`/payments/${paymentId}`)).text).toContain('ألغيت هذه العملية');
  });

  it('waits while the gateway is silent, says so, and goes on after', async () => {
    ctx.site.publicUrl = 'http://localhost:9';
    const { payPath, paymentId } = await begin('15');
    expect(payPath).toBe(`/payments/${paymentId}`);
    const page = await browser.get(payPath);
    expect(page.text).toContain('لم تكمل الدفع بعد');
    const resumed = await browser.post(`/payments/${paymentId}/page`);
    expect(resumed.location).toBe(payPath);
    expect((await browser.get(payPath)).text).toContain('بوابة الدفع لا ترد الآن');
    ctx.site.publicUrl = server.url;
    const opened = await browser.post(`/payments/${paymentId}/page`);
    expect(opened.location).toMatch('/sandbox/pay/');
  });

  it('expires after two hours and tells the member', async () => {
    const { paymentId } = await begin('15');
    world.clock.advance(2 * HOUR_MS);
    await pollPayments(ctx);
    await server.drain();
    expect((await browser.get(`/payments/${paymentId}`)).text).toContain('انتهت مهلته');
    expect((await browser.get('/notices')).text).toContain('انتهت مهلة دفع لم يكتمل');
  });

  it('paid after it was given up is credited, and the member is told', async () => {
    const { paymentId } = await begin('17');
    await browser.post(`/payments/${paymentId}/cancellation`);
    await sql`update sandbox.charges set state = 'succeeded' where idempotency_key = ${paymentId}`.execute(
      ctx.db,
    );
    await browser.get(`/payments/${paymentId}`);
    await server.drain();
    expect((await browser.get('/notices')).text).toContain('وصل مبلغ متأخر فأُضيف إلى رصيدك');
  });

  it('is nobody else’s to see or to do', async () => {
    const { paymentId } = await begin('15');
    await other.open('/wallet');
    expect((await other.get(`/payments/${paymentId}`)).status).toBe(404);
    for (const act of ['page', 'check', 'cancellation']) {
      expect((await other.post(`/payments/${paymentId}/${act}`)).status).toBe(404);
    }
    const stranger = server.browser();
    expect((await stranger.get(`/payments/${paymentId}`)).location).toMatch(/^\/sign-in/);
    expect((await stranger.get('/wallet')).location).toMatch(/^\/sign-in/);
    expect((await browser.get('/payments/x')).status).toBe(404);
  });
});

describe('webhooks over HTTP', () => {
  const send = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/webhooks/sandbox`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  it('credit a payment when signed', async () => {
    const { payPath, paymentId } = await begin('19');
    const chargeId = payPath.split('/').at(-1);
    await sql`update sandbox.charges set state = 'succeeded' where id = ${chargeId}`.execute(
      ctx.db,
    );
    const body = JSON.stringify({ event_id: 'e-1', type: 'charge.succeeded', charge_id: chargeId });
    expect((await send(body)).status).toBe(401);
    expect((await send(`${body} `, { 'sandbox-signature': signWebhook(ctx, body) })).status).toBe(
      401,
    );
    expect((await send(body, { 'sandbox-signature': signWebhook(ctx, body) })).status).toBe(200);
    expect((await browser.get(`/payments/${paymentId}`)).text).toContain('اكتمل الدفع');
  });

  it('of unknown gateways are not found, and broken ones are refused', async () => {
    const answer = await fetch(`${server.url}/webhooks/stripe`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(404);
    expect((await send('{', { 'sandbox-signature': signWebhook(ctx, '{') })).status).toBe(400);
  });
});

describe('the wallet', () => {
  it('lists every movement with its running balance, older ones on the next page', async () => {
    const { memberId: rich, browser: reader } = await person('rich@example.com');
    for (let n = 1; n <= 35; n += 1) await fund(ctx, rich, 100n);
    const newest = await reader.get('/wallet');
    expect(newest.text).toContain('$35.00');
    const older = /href="(\/wallet\?before=\d+)"/.exec(newest.text)?.[1] ?? '';
    const page = await reader.get(older);
    expect(page.text).toContain('$5.00');
    expect(page.text).not.toContain('$6.00');
    expect((await reader.get('/wallet?before=x%27')).status).toBe(200);
  });

  it('gives all movements as CSV that spreadsheets read, in the reader’s words', async () => {
    const csv = await browser.get('/wallet/movements.csv');
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment/);
    const [head, first] = csv.text.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('"التاريخ","الحركة","الحساب","المبلغ","الرصيد بعدها","الطلب"');
    expect(first).toMatch(/^"2026-11-23 \d\d:\d\d","شحن رصيد","رصيد الشحن","19\.00","\d+\.00",""$/);
    expect((await browser.get('/en/wallet/movements.csv')).text).toContain('Top-up');
    expect((await server.browser().get('/wallet/movements.csv')).location).toMatch(/^\/sign-in/);
  });

  it('is the member’s own in both languages', async () => {
    for (const path of ['/wallet', '/en/wallet', '/wallet/top-up', '/en/wallet/top-up']) {
      expect((await browser.get(path)).status).toBe(200);
    }
    expect(memberId).toMatch(/-/);
  });
});
