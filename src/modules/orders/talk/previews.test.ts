import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '#platform/context';
import { loadSharp } from '#platform/pictures';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { deliver } from '../deliveries/deliver.ts';
import { deliverPart } from '../deliveries/deliver-part.ts';
import { CHECKS } from '../disputes/dispute.ts';
import { openDispute } from '../disputes/open-dispute.ts';
import type { Order } from '../order-row.ts';
import { anActiveOrder, someId } from '../testing/index.ts';
import { listOrderFiles } from './order-files.ts';
import { openOrderFile } from './open-order-file.ts';
import { openOrderPreview } from './open-order-preview.ts';
import { sendOrderMessage } from './send-order-message.ts';

const world = await aWorld();
const sharp = await loadSharp();
const folder = await mkdtemp(join(tmpdir(), 'hirfa-previews-'));
const on = ({ orderId }: Order) => ({ orderId });
const buyerOf = (order: Order) => world.as(order.buyerId);
const sellerOf = (order: Order) => world.as(order.sellerId);
const support = () => world.as(someId(world), ['support']);

const ground = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3a7d44' } });

async function file(fileName: string, bytes: Buffer) {
  const path = join(folder, randomBytes(6).toString('hex'));
  await writeFile(path, bytes);
  return { path, fileName };
}

/** An order with a large picture and a text handed in. */
async function handedIn(hand: typeof deliver = deliver) {
  const order = await anActiveOrder(world);
  const png = await ground(2_400, 1_200).png().toBuffer();
  const files = [await file('شعار.png', png), await file('text.txt', Buffer.from('نص العمل'))];
  await hand(sellerOf(order), { ...on(order), note: 'العمل', files, aiUsed: false });
  const [picture, text] = await listOrderFiles(world.ctx, order.orderId);
  if (!picture || !text) throw new Error('two files were handed in');
  return { order, png, picture: picture.fileId, text: text.fileId };
}

const original = async (as: Ctx, order: Order, fileId: string) =>
  buffer((await openOrderFile(as, { ...on(order), fileId })).stream);
const preview = (as: Ctx, order: Order, fileId: string) =>
  openOrderPreview(as, { ...on(order), fileId });
const waits = { code: 'order-original-waits', status: 403 };

describe('a delivered picture', () => {
  it('is a preview to the buyer until acceptance, and itself afterwards', async () => {
    const { order, png, picture, text } = await handedIn();
    await expect(original(buyerOf(order), order, picture)).rejects.toMatchObject(waits);
    expect((await original(buyerOf(order), order, text)).toString()).toBe('نص العمل');
    expect(await original(sellerOf(order), order, picture)).toEqual(png);
    await acceptDelivery(buyerOf(order), on(order));
    expect(await original(buyerOf(order), order, picture)).toEqual(png);
  });

  it('is small and marked all over in its preview, which is made once', async () => {
    const { order, picture } = await handedIn();
    const [first, again] = await Promise.all([
      preview(buyerOf(order), order, picture),
      preview(buyerOf(order), order, picture),
    ]);
    expect(first.bytes).toBe(again.bytes);
    const { width, height, format } = await sharp(first.bytes).metadata();
    expect([width, height, format]).toEqual([1_200, 600, 'webp']);
    // Every quarter of the plain ground has light letters on it.
    for (const left of [0, 600]) {
      for (const top of [0, 300]) {
        const part = sharp(first.bytes).extract({ left, top, width: 600, height: 300 });
        const { channels } = await part.stats();
        expect(channels[0]?.max ?? 0).toBeGreaterThan(0x3a + 60);
        expect(channels[0]?.stdev ?? 0).toBeGreaterThan(8);
      }
    }
    expect((await preview(buyerOf(order), order, picture)).bytes).toEqual(first.bytes);
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('may be %s', async (format) => {
    const order = await anActiveOrder(world);
    const bytes = await ground(90, 60).toFormat(format).toBuffer();
    const files = [await file(`small.${format}`, bytes)];
    await deliver(sellerOf(order), { ...on(order), note: 'العمل', files, aiUsed: false });
    const [picture] = await listOrderFiles(world.ctx, order.orderId);
    const { bytes: shown } = await preview(buyerOf(order), order, picture?.fileId ?? '');
    const { width, height } = await sharp(shown).metadata();
    expect([width, height]).toEqual([90, 60]);
  });

  it('of a part is a preview too', async () => {
    const { order, picture } = await handedIn(deliverPart);
    await expect(original(buyerOf(order), order, picture)).rejects.toMatchObject(waits);
    expect((await preview(buyerOf(order), order, picture)).type).toBe('image/webp');
  });

  it('stays a preview to the buyer of a dispute and of a cancelled order; staff see the work', async () => {
    const disputed = await handedIn();
    const claim = { kind: 'defective', checks: CHECKS.defective, body: 'عيب' } as const;
    const { order } = disputed;
    await openDispute(buyerOf(order), { ...on(order), ...claim, wantedMinor: 100n });
    await expect(original(buyerOf(order), order, disputed.picture)).rejects.toMatchObject(waits);
    expect(await original(support(), order, disputed.picture)).toEqual(disputed.png);
    const cancelled = await handedIn();
    await askCancellation(buyerOf(cancelled.order), { ...on(cancelled.order), reason: 'x' });
    await answerCancellation(sellerOf(cancelled.order), { ...on(cancelled.order), agreed: true });
    await expect(
      original(buyerOf(cancelled.order), cancelled.order, cancelled.picture),
    ).rejects.toMatchObject(waits);
  });

  it('has no preview for strangers, under another order, or where it is no delivered picture', async () => {
    const { order, picture, text } = await handedIn();
    const another = await handedIn();
    const refused: [Ctx, Order, string][] = [
      [world.stranger, order, picture],
      [world.as(someId(world)), order, picture],
      [buyerOf(another.order), another.order, picture],
      [buyerOf(order), order, text],
      [buyerOf(order), order, 'no-id'],
    ];
    for (const [as, of, fileId] of refused) {
      await expect(preview(as, of, fileId)).rejects.toThrow(NotFound);
    }
  });

  it('sent in a message is no delivery: it is open', async () => {
    const { order } = await handedIn();
    const files = [await file('sketch.png', await ground(20, 20).png().toBuffer())];
    await sendOrderMessage(buyerOf(order), { ...on(order), body: 'انظر', files, key: 'k' });
    const { rows } = await world.ctx.pool.query(
      "select id from media.files where file_name = 'sketch.png'",
    );
    const fileId = String(rows.at(-1)?.id);
    expect((await original(buyerOf(order), order, fileId)).byteLength).toBeGreaterThan(0);
  });
});
