import type { Ctx } from '#platform/context';
import { getOrder } from '../get-order.ts';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { AdditionChanged, UpgradeNotSold } from '../order-errors.ts';
import { payAddition } from './pay-addition.ts';
import { listUpgradesToAdd } from './upgrades-to-add.ts';

export interface UpgradeWanted {
  orderId: string;
  upgradeId: string;
  /** What the page said it costs (USD cents) and takes. */
  shownPriceMinor: bigint;
  shownDays: number;
  key?: string;
}

/**
 * The buyer adds an upgrade of the service to a running order, at the price it is sold for now, and pays
 * from the balance (SPEC 5.8). Work that was handed in goes on. Refuses UpgradeNotSold, AdditionChanged,
 * BalanceShort, order-additions-are-left, and while the end of the order is being spoken about.
 */
export async function addUpgrade(ctx: Ctx, wanted: UpgradeWanted): Promise<Taken> {
  const { orderId, key } = wanted;
  // Read before the transaction: never wait for a second connection while holding one.
  const sold = await listUpgradesToAdd(ctx, await getOrder(ctx, orderId));
  return takeAct(ctx, { orderId, act: 'add_upgrade', key }, (tx, taking) => {
    const upgrade = sold.find(({ upgradeId }) => upgradeId === wanted.upgradeId);
    const has = taking.order.items.some(({ upgradeId }) => upgradeId === wanted.upgradeId);
    if (!upgrade || has) throw new UpgradeNotSold();
    const { priceMinor, days } = upgrade;
    if (priceMinor !== wanted.shownPriceMinor || days !== wanted.shownDays) {
      throw new AdditionChanged();
    }
    return payAddition(tx, taking, { ...upgrade, note: '' });
  });
}
