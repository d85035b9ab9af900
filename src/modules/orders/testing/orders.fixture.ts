import { newId, type Ctx } from '#platform/context';
import { inTransaction } from '#platform/context';
import { uuidv7 } from '#platform/ids';
import { postTransfers } from '#ledger';
import { type OrderToOpen, openOrder, orderJson } from '../life-cycle/open-order.ts';
import { deliver } from '../deliveries/deliver.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { submitRequirements } from '../life-cycle/submit-requirements.ts';
import type { Order } from '../order-row.ts';
import { findOrder } from '../order-store.ts';

/** The part of a test's world that orders need. */
export interface OrdersWorld {
  ctx: Ctx;
  as(memberId: string, roles?: readonly string[]): Ctx;
}

export interface OrderWish extends Partial<OrderToOpen> {
  /** How much of the price comes from what the buyer has earned; the rest is credit. */
  fromEarnedMinor?: bigint;
}

/** An id for somebody or something of this world. */
export const someId = (world: OrdersWorld) => uuidv7(world.ctx.clock.now());

/** An order just paid: the price in escrow, the buyer's instructions awaited. */
export async function anOrder(world: OrdersWorld, wish: OrderWish = {}): Promise<Order> {
  const order = orderToOpen(world, wish);
  const { feeMinor } = order;
  const json = await orderJson(world.ctx, order);
  await inTransaction(world.ctx, async (tx) => {
    const earnedMinor = wish.fromEarnedMinor ?? 0n;
    const creditMinor = order.priceMinor - earnedMinor;
    await giveMoney(tx, { memberId: order.buyerId, creditMinor, earnedMinor, feeMinor });
    const reserve = {
      credit: order.orderId,
      orderId: order.orderId,
      debit: order.buyerId,
      actor: order.buyerId,
    };
    const parts = [
      { kind: 'reserve_from_credit' as const, amountMinor: creditMinor },
      { kind: 'reserve_from_earned' as const, amountMinor: earnedMinor },
    ].filter((part) => part.amountMinor > 0n);
    await postTransfers(
      tx,
      parts.map((part) => ({
        ...reserve,
        ...part,
        id: newId(tx),
        key: `order:${order.orderId}:${part.kind}`,
      })),
    );
    await openOrder(tx, json);
  });
  return reload(world, order.orderId);
}

function orderToOpen(world: OrdersWorld, wish: OrderWish): OrderToOpen {
  const priceMinor = wish.priceMinor ?? 2_500n;
  const { fromEarnedMinor: _earned, ...given } = wish;
  return {
    orderId: someId(world),
    purchaseKey: someId(world),
    buyerId: someId(world),
    sellerId: someId(world),
    serviceId: someId(world),
    serviceVersion: 1,
    title: 'تصميم شعار احترافي بثلاثة نماذج',
    items: [
      {
        kind: 'service',
        title: 'تصميم شعار',
        unitPriceMinor: priceMinor,
        quantity: 1,
        daysDelta: 0,
      },
    ],
    questions: [
      { questionId: 'name', kind: 'text', label: 'اسم المشروع', required: true },
      {
        questionId: 'colour',
        kind: 'choice',
        label: 'اللون',
        required: false,
        choices: ['كحلي', 'ذهبي'],
      },
      { questionId: 'sketch', kind: 'file', label: 'أمثلة', required: false },
    ],
    priceMinor,
    feeMinor: 0n,
    commissionBps: 2_000,
    clearingDays: 14,
    deliveryDays: 3,
    changesIncluded: 2,
    ...given,
  };
}

type Tx = Parameters<typeof postTransfers>[0];

/** Money as it would come in: credit and fee by a gateway, earnings out of a house account. */
async function giveMoney(
  tx: Tx,
  gift: { memberId: string; creditMinor: bigint; earnedMinor: bigint; feeMinor: bigint },
): Promise<void> {
  const key = newId(tx);
  const common = { actor: 'system:test', paymentId: newId(tx) };
  const transfers = [
    {
      kind: 'top_up' as const,
      debit: 'sandbox',
      credit: gift.memberId,
      amountMinor: gift.creditMinor,
    },
    { kind: 'top_up_fee' as const, debit: 'sandbox', amountMinor: gift.feeMinor },
    { kind: 'referral_reward' as const, credit: gift.memberId, amountMinor: gift.earnedMinor },
    {
      kind: 'clearing' as const,
      debit: gift.memberId,
      credit: gift.memberId,
      amountMinor: gift.earnedMinor,
    },
  ].filter((one) => one.amountMinor > 0n);
  for (const one of transfers) {
    await postTransfers(tx, [{ ...common, ...one, id: newId(tx), key: `gift:${key}:${one.kind}` }]);
  }
}

/** An order whose instructions arrived: the seller is working. */
export async function anActiveOrder(world: OrdersWorld, wish: OrderWish = {}): Promise<Order> {
  const order = await anOrder(world, wish);
  await submitRequirements(world.as(order.buyerId), {
    orderId: order.orderId,
    answers: { name: 'مقهى النخلة' },
    note: 'أحب البساطة',
    files: {},
  });
  return reload(world, order.orderId);
}

/** An order with a delivery that waits for the buyer's answer. */
export async function aDeliveredOrder(world: OrdersWorld, wish: OrderWish = {}): Promise<Order> {
  const order = await anActiveOrder(world, wish);
  await deliver(world.as(order.sellerId), {
    orderId: order.orderId,
    note: 'هذه النماذج الثلاثة',
    files: [],
    aiUsed: false,
  });
  return reload(world, order.orderId);
}

/** An order that the buyer has accepted. */
export async function aCompletedOrder(world: OrdersWorld, wish: OrderWish = {}): Promise<Order> {
  const order = await aDeliveredOrder(world, wish);
  await acceptDelivery(world.as(order.buyerId), { orderId: order.orderId });
  return reload(world, order.orderId);
}

/** The order as it stands now. */
export async function reload(world: OrdersWorld, orderId: string): Promise<Order> {
  const order = await findOrder(world.ctx, orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  return order;
}
