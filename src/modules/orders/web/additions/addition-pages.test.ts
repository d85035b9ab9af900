import { aPublishedService } from '#catalogue/testing';
import { fund } from '#ledger/testing';
import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { aDeliveredOrder, anActiveOrder, reload } from '../../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const { memberId: buyerId, browser: buyer } = await aSignedIn(
  server,
  'hind@example.com',
  'هند الشمري',
);
const { memberId: sellerId, browser: seller } = await aSignedIn(
  server,
  'rana@example.com',
  'رنا خليل',
);
const { browser: other } = await aSignedIn(server, 'other@example.com', 'سالم');
const { serviceId } = await aPublishedService(world);
const people = { buyerId, sellerId, serviceId };
const room = (order: { orderId: string }) => `/orders/${order.orderId}`;
/** The hidden fields of the form whose button says so. */
function fieldsOf(text: string, button: string): Record<string, string> {
  const form = text.split('<form').find((part) => part.includes(button)) ?? '';
  const fields = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const { _csrf, ...own } = Object.fromEntries(
    fields.map(([, name, value]) => [name ?? '', value ?? '']),
  );
  return own;
}

describe('the room without JavaScript', () => {
  it('says what is missing and leads back after topping up; then the upgrade is added', async () => {
    const order = await anActiveOrder(world, people);
    let page = await buyer.get(room(order));
    expect(page.text).toContain('أضف تطويرًا إلى الطلب');
    expect(page.text).toContain('بطاقة عمل بنفس الهوية');
    expect(page.text).not.toContain('تسليم خلال 24 ساعة');
    expect(page.text).toMatch(/ينقص رصيدك/);
    expect(page.text).toContain(
      `/wallet/top-up?amount=10.00&amp;back=${encodeURIComponent(room(order))}`,
    );
    await fund(world.ctx, buyerId, 1_000n);
    page = await buyer.get(room(order));
    const fields = fieldsOf(page.text, 'أضف وادفع');
    const added = await buyer.post(`${room(order)}/upgrades`, fields);
    expect([added.status, added.location]).toEqual([303, room(order)]);
    await buyer.post(`${room(order)}/upgrades`, fields);
    page = await buyer.get(room(order));
    expect(page.text).toContain('أُضيف بعد الشراء');
    expect(page.text).not.toContain('أضف تطويرًا إلى الطلب');
    expect((await reload(world, order.orderId)).priceMinor).toBe(order.priceMinor + 1_000n);
  });

  it('tells a form whose money is gone, and nothing was paid', async () => {
    const order = await anActiveOrder(world, people);
    const rival = await anActiveOrder(world, people);
    await fund(world.ctx, buyerId, 1_000n);
    const button = 'أضف وادفع';
    const fields = fieldsOf((await buyer.get(room(order))).text, button);
    const first = fieldsOf((await buyer.get(room(rival))).text, button);
    await buyer.post(`${room(rival)}/upgrades`, first);
    const late = await buyer.post(`${room(order)}/upgrades`, fields);
    expect([late.status, late.location]).toEqual([303, room(order)]);
    expect((await buyer.get(room(order))).text).toContain('رصيدك لا يكفي لهذه الإضافة');
    expect((await reload(world, order.orderId)).priceMinor).toBe(order.priceMinor);
  });

  it('an extra goes from the form of the seller to the money box', async () => {
    const order = await aDeliveredOrder(world, { ...people, changesIncluded: 0 });
    expect((await buyer.get(room(order))).text).toContain('استُنفدت التعديلات المشمولة');
    await seller.get(room(order));
    const wrong = await seller.post(`${room(order)}/additions`, {
      title: 'تعديل إضافي <b>',
      price: '0.5',
      days: 'س',
      note: '',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('المبلغ خارج الحدود المذكورة.');
    expect(wrong.text).toContain('اكتب عددًا صحيحًا من الأيام');
    expect(wrong.text).toContain('تعديل إضافي &lt;b>');
    const sent = await seller.post(`${room(order)}/additions`, {
      title: 'تعديل إضافي',
      price: '٧',
      days: '١',
      note: 'بخط أثخن',
    });
    expect(sent.status).toBe(303);
    expect((await seller.get(room(order))).text).toContain('اسحب العرض');
    await fund(world.ctx, buyerId, 700n);
    const asked = await buyer.get(room(order));
    expect(asked.text).toContain('بخط أثخن');
    expect(asked.text).toContain('يوم إضافي واحد');
    const fields = fieldsOf(asked.text, 'اقبل وادفع');
    expect((await other.get(room(order))).status).toBe(404);
    await other.get('/orders');
    expect((await other.post(`${room(order)}/addition-answer`, fields)).status).toBe(404);
    expect((await seller.post(`${room(order)}/addition-answer`, fields)).status).toBe(404);
    await buyer.post(`${room(order)}/addition-answer`, fields);
    const after = await seller.get(room(order));
    expect(after.text).toContain('تعديل إضافي');
    expect(after.text).toContain('أُضيف بعد الشراء');
    expect((await reload(world, order.orderId)).state).toBe('in_progress');
  });
});
