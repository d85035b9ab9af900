import { aPublishedService } from '#catalogue/testing';
import { verifyLedger } from '#ledger';
import { fund } from '#ledger/testing';
import type { Ctx } from '#platform/context';
import type { World } from '#test/world';
import { expect } from 'vitest';
import { addUpgrade } from '../additions/add-upgrade.ts';
import { answerAddition } from '../additions/answer-addition.ts';
import { proposeAddition } from '../additions/propose-addition.ts';
import { listUpgradesToAdd } from '../additions/upgrades-to-add.ts';
import { listOpenAsks } from '../moves/order-asks.ts';
import { escrowCheck, guaranteeCheck, splitsCheck } from '../order-escrow.report.ts';
import type { Order } from '../order-row.ts';
import { type OrderWish, reload } from './orders.fixture.ts';

/** What a seller proposes unless told. */
export const extra = { title: 'نموذج رابع', note: 'بألوان الشتاء', priceMinor: 700n, days: 2 };

export const on = ({ orderId }: Order) => ({ orderId });
export const refusal = (code: string) => ({ code });

/** A service on sale with three upgrades, and what both sides of its orders do about additions. */
export async function additionsIn(world: World) {
  const { ctx } = world;
  const sold = await aPublishedService(world, {
    input: {
      upgrades: [
        { title: 'بطاقة عمل', priceMinor: 1_000n, daysDelta: 1 },
        { title: 'ورق رسمي', priceMinor: 500n, daysDelta: 0 },
        { title: 'تسليم خلال 24 ساعة', priceMinor: 1_500n, daysDelta: -2 },
      ],
    },
  });
  const wish = (more: OrderWish = {}): OrderWish => ({
    serviceId: sold.serviceId,
    sellerId: sold.sellerId,
    ...more,
  });
  const buyerOf = (order: Order) => world.as(order.buyerId);
  const sellerOf = (order: Order) => world.as(order.sellerId);

  async function rich(order: Order, minor = 10_000n): Promise<Order> {
    await fund(ctx, order.buyerId, minor);
    return order;
  }

  /** Adds the first upgrade that may be added, as it is shown. */
  async function addFirst(
    order: Order,
    { as = buyerOf(order), key }: { as?: Ctx; key?: string } = {},
  ) {
    const [upgrade] = await listUpgradesToAdd(ctx, await reload(world, order.orderId));
    const { upgradeId = '', priceMinor = 0n, days = 0 } = upgrade ?? {};
    const shown = { upgradeId, shownPriceMinor: priceMinor, shownDays: days };
    return addUpgrade(as, { ...on(order), ...shown, key });
  }

  const propose = (order: Order, more: Partial<typeof extra> & { key?: string } = {}) =>
    proposeAddition(sellerOf(order), { ...on(order), ...extra, ...more });
  async function answer(order: Order, agreed = true, key?: string) {
    const [ask] = (await listOpenAsks(ctx, order.orderId)).filter(
      ({ kind }) => kind === 'addition',
    );
    return answerAddition(buyerOf(order), { ...on(order), askId: ask?.askId ?? '', agreed, key });
  }

  return { wish, buyerOf, sellerOf, rich, addFirst, propose, answer };
}

/** Books, escrows and shares of all orders agree. */
export async function expectNoDifferences(ctx: Ctx): Promise<void> {
  const report = await verifyLedger(ctx, [escrowCheck, splitsCheck, guaranteeCheck]);
  expect(report.differences).toEqual([]);
}
