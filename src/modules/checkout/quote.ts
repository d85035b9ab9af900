import type { SellableService } from '#catalogue';

/** What a buyer chose on the service's page. */
export interface Choice {
  serviceId: string;
  upgradeIds: readonly string[];
  quantity: number;
  /** A custom offer instead of what the service says; the rest then follows from it. */
  offerId?: string;
}

export interface QuoteLine {
  kind: 'service' | 'upgrade';
  upgradeId: string | undefined;
  title: string;
  unitPriceMinor: bigint;
  daysDelta: number;
  /** What was agreed, of a custom offer. */
  note?: string;
}

/** What it costs and how long it takes, before any fee of a gateway. USD cents, days of 24 hours. */
export interface Quote {
  service: SellableService;
  quantity: number;
  lines: QuoteLine[];
  priceMinor: bigint;
  deliveryDays: number;
  /** The custom offer it is of. */
  offerId?: string;
}

export const MAX_QUANTITY = 10;

/** A whole number of times between one and ten, whatever came in. */
export function clampQuantity(quantity: number): number {
  return Math.min(Math.max(Math.trunc(quantity) || 1, 1), MAX_QUANTITY);
}

/**
 * Adds up a choice (SPEC 2.3): quantity multiplies the price, and the time only when the seller says
 * so; express upgrades never bring it below one day. Upgrades the service no longer has are left out:
 * the price then differs from the one shown, and the buyer is asked.
 */
export function quoteOf(service: SellableService, choice: Omit<Choice, 'serviceId'>): Quote {
  const quantity = clampQuantity(choice.quantity);
  const upgrades = service.upgrades.filter((upgrade) =>
    choice.upgradeIds.includes(upgrade.upgradeId),
  );
  const lines: QuoteLine[] = [
    {
      kind: 'service',
      upgradeId: undefined,
      title: service.title,
      unitPriceMinor: service.basePriceMinor,
      daysDelta: service.deliveryDays,
    },
    ...upgrades.map((upgrade) => ({
      kind: 'upgrade' as const,
      upgradeId: upgrade.upgradeId,
      title: upgrade.title,
      unitPriceMinor: upgrade.priceMinor,
      daysDelta: upgrade.daysDelta,
    })),
  ];
  const once = lines.reduce((sum, line) => sum + line.unitPriceMinor, 0n);
  const days = lines.reduce((sum, line) => sum + line.daysDelta, 0);
  const times = service.quantityMultipliesTime ? quantity : 1;
  return {
    service,
    quantity,
    lines,
    priceMinor: once * BigInt(quantity),
    deliveryDays: Math.max(1, days * times),
  };
}
