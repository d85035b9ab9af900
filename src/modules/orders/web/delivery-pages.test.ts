import { loadSharp } from '#platform/pictures';
import { aServer } from '#test/server';
import { aSignedIn } from '#test/signed-in';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { anActiveOrder } from '../testing/index.ts';

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
const people = { buyerId, sellerId };
const room = (order: { orderId: string }) => `/orders/${order.orderId}`;
const sharp = await loadSharp();
const png = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#123456' } })
  .png()
  .toBuffer();
const picture = { field: 'files', name: 'شعار.png', type: 'image/png', bytes: png };
const text = { field: 'files', name: 'دليل.txt', type: 'text/plain', bytes: Buffer.from('نص') };
const previewIn = (page: string) => /\/orders\/[^"]+\/preview/.exec(page)?.[0] ?? '';

describe('the room without JavaScript', () => {
  it('takes a part, says what machine help was used for, and goes on', async () => {
    const order = await anActiveOrder(world, people);
    expect((await seller.get(room(order))).text).toContain('سلّم جزءًا فقط');
    const empty = await seller.upload(`${room(order)}/part-deliveries`, { note: '' }, []);
    expect([empty.status, empty.text.includes('هذا الحقل مطلوب.')]).toEqual([422, true]);
    const fields = { note: 'النموذج الأول', aiUsed: 'on', aiNote: 'خلفية المسودة' };
    const sent = await seller.upload(`${room(order)}/part-deliveries`, fields, [text]);
    expect([sent.status, sent.location]).toEqual([303, room(order)]);
    const page = (await buyer.get(room(order))).text;
    for (const words of ['تسليم جزئي 1', 'خلفية المسودة', 'دليل.txt', 'البائع يعمل على طلبك']) {
      expect(page).toContain(words);
    }
    const again = (await seller.get(room(order))).text;
    expect(again).toContain('نفّذ العمل ثم سلّمه هنا');
    expect(again).toContain('يمكنك تسليم 9 أجزاء');
  });

  it('shows the buyer a marked picture, and the picture itself after acceptance', async () => {
    const order = await anActiveOrder(world, people);
    await seller.get(room(order));
    await seller.upload(`${room(order)}/deliveries`, { note: 'النماذج' }, [picture, text]);
    const page = (await buyer.get(room(order))).text;
    expect(page).toContain('هذه معاينة بعلامة مائية');
    const preview = previewIn(page);
    const original = preview.replace(/\/preview$/, '');
    expect(page).not.toContain(`href="${original}"`);
    const shown = await buyer.get(preview);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(shown.headers.get('cache-control')).toContain('no-store');
    const refused = await buyer.get(original);
    expect([refused.status, refused.text.includes('يُفتح أصلها حين تقبل العمل')]).toEqual([
      403,
      true,
    ]);
    const archive = (await buyer.get(`${room(order)}/evidence.zip`)).text;
    expect(archive).toContain('شعار.png.preview.webp');
    expect((await seller.get(`${room(order)}/evidence.zip`)).text).not.toContain('preview.webp');
    const mine = (await seller.get(room(order))).text;
    expect(mine).toContain(`href="${original}"`);
    expect(mine).toContain('معاينةً بعلامة مائية حتى يقبل');
    expect((await seller.get(original)).status).toBe(200);
    for (const path of [preview, original]) expect((await other.get(path)).status).toBe(404);
    await buyer.get(room(order));
    await buyer.post(`${room(order)}/acceptance`);
    const after = (await buyer.get(room(order))).text;
    expect(after).toContain(`href="${original}"`);
    expect(after).not.toContain('هذه معاينة بعلامة مائية');
    expect((await buyer.get(original)).status).toBe(200);
  });
});
