import { randomUUID } from 'node:crypto';
import type { Ctx } from '#platform/context';
import { listOwnCases, objectToContact } from '#trust/testing';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import type { Order } from '../order-row.ts';
import { anActiveOrder, someId } from '../testing/index.ts';
import { getOrderRoom } from './order-room.ts';
import { sendOrderMessage } from './send-order-message.ts';

const world = await aWorld();
const NUMBER = 'رقم المقهى 0551234567';
const buyerOf = (order: Order) => world.as(order.buyerId);
const sellerOf = (order: Order) => world.as(order.sellerId);
const write = (as: Ctx, { orderId }: Order, body: string) =>
  sendOrderMessage(as, { orderId, body, key: randomUUID() });
const lastOf = async (as: Ctx, { orderId }: Order) =>
  (await getOrderRoom(as, orderId)).messages.at(-1);

describe('contact in the room of an order', () => {
  it('is masked to the other side, and whole to its writer and the staff', async () => {
    const order = await anActiveOrder(world);
    await write(buyerOf(order), order, NUMBER);
    expect((await lastOf(sellerOf(order), order))?.body).toBe('رقم المقهى •••••');
    expect((await lastOf(buyerOf(order), order))?.body).toBe(NUMBER);
    const staff = world.as(someId(world), ['support']);
    expect(await lastOf(staff, order)).toMatchObject({ body: NUMBER, mask: { readPast: true } });
  });

  it('leaves links and names, which are material of the work', async () => {
    const order = await anActiveOrder(world);
    const body = 'أعد تصميم https://hind-studio.com وحسابه @hind_design';
    await write(buyerOf(order), order, body);
    expect(await lastOf(sellerOf(order), order)).toMatchObject({ body, mask: undefined });
  });

  it('is shown from the objection on, since the work does not wait', async () => {
    const order = await anActiveOrder(world);
    await write(buyerOf(order), order, NUMBER);
    const caseId = (await listOwnCases(buyerOf(order))).cases[0]?.caseId ?? '';
    await objectToContact(buyerOf(order), { caseId, reason: 'يُكتب على البطاقة' });
    expect(await lastOf(sellerOf(order), order)).toMatchObject({ body: NUMBER, mask: undefined });
  });

  it('never turns the messages of a running order off, only those of one that has ended', async () => {
    const order = await anActiveOrder(world);
    for (const _ of [1, 2, 3, 4]) await write(buyerOf(order), order, NUMBER);
    expect((await listOwnCases(buyerOf(order))).pausedUntil).toBeDefined();
    await write(buyerOf(order), order, 'متى التسليم؟');
    expect((await lastOf(sellerOf(order), order))?.body).toBe('متى التسليم؟');
    const { orderId } = order;
    await askCancellation(buyerOf(order), { orderId, reason: 'x' });
    await answerCancellation(sellerOf(order), { orderId, agreed: true });
    await expect(write(buyerOf(order), order, 'شكرًا')).rejects.toMatchObject({
      code: 'talk-is-paused',
    });
    await write(sellerOf(order), order, 'شكرًا لك');
  });
});
