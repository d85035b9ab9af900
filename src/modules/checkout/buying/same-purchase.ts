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

/** What an order says was bought. */
export function boughtOf(order: {
  serviceId: string;
  priceMinor: bigint;
  items: readonly OrderItem[];
}): Bought {
  return {
    serviceId: order.serviceId,
    priceMinor: order.priceMinor,
    upgradeIds: order.items.flatMap((item) => item.upgradeId ?? []),
    quantity: order.items[0]?.quantity ?? 1,
  };
}
