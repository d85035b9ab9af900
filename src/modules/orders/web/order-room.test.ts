import { registerMember, type Role } from '#identity';
import { HOUR_MS } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/browser.ts';
import { sweepOrderTimers } from '../index.ts';
import {
  aCompletedOrder,
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  type OrderWish,
} from '../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const password = 'khatam-saffron-71';

async function member(email: string, displayName: string, roles: Role[] = []): Promise<string> {
  return (await registerMember(world.ctx, { email, displayName, password, roles })).memberId;
}

const people = {
  buyerId: await member('hind@example.com', 'هند الشمري'),
  sellerId: await member('rana@example.com', 'رنا خليل'),
};
await member('other@example.com', 'سالم');
await member('support@example.com', 'نور', ['support']);

async function signedIn(email: string): Promise<Browser> {
  const browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return browser;
}
const buyer = await signedIn('hind@example.com');
const seller = await signedIn('rana@example.com');
const other = await signedIn('other@example.com');
const support = await signedIn('support@example.com');
const cookieOf = (browser: Browser) =>
  ['session', '__Host-session', '__Secure-session']
    .flatMap((name) => (browser.cookie(name) ? [`${name}=${browser.cookie(name)}`] : []))
    .join('; ');
const wish = (more: OrderWish = {}): OrderWish => ({ ...people, ...more });
const room = (order: { orderId: string }) => `/orders/${order.orderId}`;
const keyIn = (text: string, kind: string) =>
  new RegExp(`value="(${kind}-[^"]+)"`).exec(text)?.[1] ?? '';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the room without JavaScript', () => {
  it('goes from instructions to acceptance by its forms alone', async () => {
    const order = await anOrder(world, wish());
    let page = await buyer.get(room(order));
    expect(page.text).toContain('أرسل تعليماتك ليبدأ البائع');
    const wrong = await buyer.post(`${room(order)}/requirements`, {
      'q-name': '',
      'q-colour': 'كحلي',
      note: 'أحب البساطة',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('هذا الحقل مطلوب.');
    expect(wrong.text).toContain('أحب البساطة');
    const given = await buyer.upload(
      `${room(order)}/requirements`,
      {
        'q-name': 'مقهى النخلة',
        'q-colour': 'كحلي',
        note: '',
        idempotencyKey: keyIn(page.text, 'requirements'),
      },
      [{ field: 'q-sketch', name: 'شعار قديم.png', type: 'image/png', bytes: png }],
    );
    expect([given.status, given.location]).toEqual([303, room(order)]);

    page = await seller.get(room(order));
    expect(page.text).toContain('مقهى النخلة');
    expect(page.text).toContain('شعار قديم.png');
    const delivered = await seller.upload(
      `${room(order)}/deliveries`,
      { note: 'النماذج', aiUsed: 'on' },
      [{ field: 'files', name: 'work.txt', type: 'text/plain', bytes: Buffer.from('عمل') }],
    );
    expect(delivered.status).toBe(303);

    page = await buyer.get(room(order));
    expect(page.text).toContain('استُعين فيه بالذكاء الاصطناعي');
    await buyer.post(`${room(order)}/change-requests`, { body: 'أغمق' });
    expect((await seller.get(room(order))).text).toContain('عدّل العمل ثم سلّمه من جديد');
    await seller.post(`${room(order)}/deliveries`, { note: 'بعد التعديل' });
    await buyer.get(room(order));
    await buyer.post(`${room(order)}/acceptance`);
    page = await seller.get(room(order));
    expect(page.text).toContain('اكتمل الطلب');
    expect(page.text).toMatch(/نصيبك/);
  });

  it('shows a message to the other side, marks it read, and serves its file', async () => {
    const order = await anActiveOrder(world, wish());
    await seller.get(room(order));
    const sent = await seller.upload(`${room(order)}/messages`, { text: 'مرحبًا <b>هند</b>' }, [
      { field: 'files', name: 'مثال.txt', type: 'text/plain', bytes: Buffer.from('نص') },
    ]);
    expect(sent.status).toBe(303);
    expect((await seller.get(room(order))).text).not.toContain('قُرئت');
    expect((await buyer.get('/messages')).text).toContain('رسالة جديدة');
    const page = await buyer.get(room(order));
    expect(page.text).toContain('مرحبًا &lt;b>هند');
    const file = /\/orders\/[^"]+\/files\/[^"]+/.exec(page.text)?.[0] ?? '';
    const got = await buyer.get(file);
    expect([got.status, got.text]).toEqual([200, 'نص']);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await seller.get(room(order))).text).toContain('قُرئت');
    expect((await other.get(file)).status).toBe(404);
  });

  it('refuses an empty message and a wrong file with 422 and what was written', async () => {
    const order = await anActiveOrder(world, wish());
    await buyer.get(room(order));
    const empty = await buyer.upload(`${room(order)}/messages`, { text: ' ' }, []);
    expect([empty.status, empty.text.includes('اكتب رسالة أو أرفق ملفًا.')]).toEqual([422, true]);
    const wrong = await buyer.upload(`${room(order)}/messages`, { text: 'انظر' }, [
      {
        field: 'files',
        name: 'x.exe',
        type: 'application/octet-stream',
        bytes: Buffer.from('MZ\x90'.padEnd(300, '\0')),
      },
    ]);
    expect([wrong.status, wrong.text.includes('انظر')]).toEqual([422, true]);
  });

  it('sends the second of two back with the new state', async () => {
    const order = await aDeliveredOrder(world, wish());
    await buyer.get(room(order));
    await buyer.post(`${room(order)}/acceptance`);
    const late = await buyer.post(`${room(order)}/change-requests`, { body: 'أغمق' });
    expect([late.status, late.location]).toEqual([303, room(order)]);
    expect((await buyer.get(room(order))).text).toContain('حاله الآن: مكتمل');
  });

  it('the same form twice is one act', async () => {
    const order = await aDeliveredOrder(world, wish());
    const page = await buyer.get(room(order));
    const fields = { idempotencyKey: keyIn(page.text, 'accept') };
    const twice = [
      await buyer.post(`${room(order)}/acceptance`, fields),
      await buyer.post(`${room(order)}/acceptance`, fields),
    ];
    expect(twice.map((one) => one.status)).toEqual([303, 303]);
    expect((await buyer.get(room(order))).text).toContain('قبلت العمل');
  });
});

describe('the live room', () => {
  it('hears at once of a message and of a move on the other side', async () => {
    const order = await anActiveOrder(world, wish());
    await seller.get(room(order));
    const ending = new AbortController();
    const stream = await fetch(`${server.url}${room(order)}/live`, {
      headers: { cookie: cookieOf(buyer) },
      signal: ending.signal,
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reader = stream.body!.getReader();
    const heard = async (): Promise<string> => {
      for (let text = ''; ; ) {
        const { value, done } = await reader.read();
        text += new TextDecoder().decode(value);
        if (done || text.includes('event: change')) return text;
      }
    };
    await seller.post(`${room(order)}/messages`, { text: 'مرحبًا' });
    expect(await heard()).toContain('event: change');
    await seller.post(`${room(order)}/deliveries`, { note: 'العمل' });
    expect(await heard()).toContain('event: change');
    ending.abort();
  });
});

describe('everybody else', () => {
  it.each([
    '',
    '/history.csv',
    '/history.txt',
    '/live',
    '/files/0198a000-0000-7000-8000-000000000000',
  ])('finds no %s of it', async (part) => {
    const order = await aDeliveredOrder(world, wish());
    expect((await other.get(room(order) + part)).status).toBe(404);
    expect((await server.browser().get(room(order) + part)).status).toBe(303);
  });

  it.each([
    'requirements',
    'messages',
    'deliveries',
    'change-requests',
    'acceptance',
    'prolongation',
    'cancellation',
    'extension-requests',
    'extension-answer',
    'cancellation-requests',
    'cancellation-withdrawal',
    'cancellation-answer',
  ])('can post no %s', async (noun) => {
    const order = await aDeliveredOrder(world, wish());
    await other.get('/orders');
    const fields = {
      note: 'x',
      body: 'x',
      text: 'x',
      reason: 'x',
      days: '2',
      agreed: 'yes',
      'q-name': 'x',
    };
    expect((await other.post(`${room(order)}/${noun}`, fields)).status).toBe(404);
    expect((await buyer.post(`${room(order)}/${noun}`, fields, { token: false })).status).toBe(403);
  });
});

describe('lists', () => {
  it('show each side its orders by state, with counts', async () => {
    world.clock.advance(60_000);
    await aCompletedOrder(world, wish({ title: 'خدمة مكتملة للقائمة' }));
    const sales = await seller.get('/sales?state=completed');
    expect(sales.text).toContain('خدمة مكتملة للقائمة');
    expect((await buyer.get('/sales')).text).toContain('لا مبيعات بعد');
    expect((await buyer.get('/orders?state=cancelled')).text).not.toContain('خدمة مكتملة للقائمة');
    expect((await other.get('/orders')).text).toContain('لم تشترِ شيئًا بعد');
  });
});

describe('staff', () => {
  it('support reads list, order and ledger; a member finds nothing', async () => {
    world.clock.advance(60_000);
    const order = await aCompletedOrder(world, wish({ title: 'طلب للفريق' }));
    expect((await support.get('/staff/orders')).text).toContain('طلب للفريق');
    const found = await support.get(
      `/staff/orders?code=${order.code.replace('-', '').toLowerCase()}`,
    );
    expect(found.text).toContain('طلب للفريق');
    const page = await support.get(`/staff/orders/${order.orderId}`);
    for (const word of ['حجز من الرصيد المشحون', 'تحويل نصيب البائع', 'عمولة الموقع'])
      expect(page.text).toContain(word);
    const readOnly = await support.get(room(order));
    expect(readOnly.text).toContain('للقراءة فقط');
    expect(readOnly.text).not.toContain(`action="${room(order)}/messages"`);
    expect((await buyer.get('/staff/orders')).status).toBe(404);
    expect((await buyer.get(`/staff/orders/${order.orderId}`)).status).toBe(404);
  });
});

describe('exports and notices', () => {
  it('the history comes as CSV and text, defused', async () => {
    const order = await anActiveOrder(world, wish());
    await buyer.get(room(order));
    await buyer.post(`${room(order)}/cancellation-requests`, { reason: '=1+1 سبب' });
    const csv = await buyer.get(`${room(order)}/history.csv`);
    expect(csv.text.split('\r\n').length).toBe(5);
    expect(csv.text).toContain(`"'=1+1 سبب"`);
    expect((await seller.get(`${room(order)}/history.txt`)).text).toContain('هند الشمري');
  });

  it('both sides are told in their list and by mail', async () => {
    const order = await aDeliveredOrder(world, wish({ title: 'طلب الإشعارات' }));
    world.clock.advance(25 * HOUR_MS);
    await sweepOrderTimers(world.ctx);
    await server.drain();
    const { rows } = await sql<{ kind: string }>`select kind from notifications.notices
      where params->>'orderId' = ${order.orderId} order by kind`.execute(world.ctx.db);
    expect(rows.map((row) => row.kind)).toEqual([
      'orders.acceptance-wanted',
      'orders.delivered-buyer',
      'orders.opened-buyer',
      'orders.opened-seller',
      'orders.requirements-seller',
    ]);
    const mails = await sql<{ subject: string }>`select subject from platform.outgoing_mail
      where subject like '%طلب الإشعارات%' and recipient = 'rana@example.com'`.execute(
      world.ctx.db,
    );
    expect(mails.rows.length).toBe(2);
  });
});
