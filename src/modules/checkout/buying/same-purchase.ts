import type { OrderItem } from '#orders';
import { clampQuantity } from '../quote.ts';

/** What names a purchase: the same key with another of these is another purchase. Price in USD cents. */
export interface Bought {
  serviceId: string;
  priceMinor: bigint;
  upgradeIds: readonly string[];
  quantity: number;
}

/** Whether what was bought under a key is what is asked for now; upgrades that no longer exist do not count. */
export function isSamePurchase(first: Bought, wanted: Bought): boolean {
  return (
    first.serviceId === wanted.serviceId &&
    first.priceMinor === wanted.priceMinor &&
    first.quantity === clampQuantity(wanted.quantity) &&
    first.upgradeIds.every((upgradeId) => wanted.upgradeIds.includes(upgradeId))
  );
}

/** What an order says was bought; what was added to it later is another act. */
export function boughtOf(order: {
  serviceId: string;
  priceMinor: bigint;
  items: readonly OrderItem[];
}): Bought {
  const added = order.items.filter((item) => item.additionId !== undefined);
  const bought = order.items.filter((item) => item.additionId === undefined);
  return {
    serviceId: order.serviceId,
    priceMinor: added.reduce((left, item) => left - item.unitPriceMinor, order.priceMinor),
    upgradeIds: bought.flatMap((item) => item.upgradeId ?? []),
    quantity: order.items[0]?.quantity ?? 1,
  };
}
