import { getSellableService, type SellableService } from '#catalogue';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import type { Order } from '../order-row.ts';

/** An upgrade as it may be added to this order now; the price (USD cents) and the days are of all of it. */
export interface UpgradeToAdd {
  upgradeId: string;
  title: string;
  priceMinor: bigint;
  /** Days of 24 hours more. */
  days: number;
}

/**
 * The upgrades of an order's service that are sold now and not in the order yet. None of a service that
 * is not sold any more, none of an order of a custom offer, whose scope is its own.
 */
export async function listUpgradesToAdd(ctx: Ctx, order: Order): Promise<UpgradeToAdd[]> {
  const service = await findService(ctx, order.serviceId);
  return service ? upgradesFor(order, service) : [];
}

async function findService(ctx: Ctx, serviceId: string): Promise<SellableService | undefined> {
  try {
    return await getSellableService(ctx, serviceId);
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

function upgradesFor(order: Order, service: SellableService): UpgradeToAdd[] {
  const [first, ...others] = order.items;
  const closed = service.closed?.reason;
  if (!first || first.note !== undefined || closed === 'paused' || closed === 'hidden') return [];
  const had = new Set(others.map((item) => item.upgradeId));
  const times = first.quantity;
  return (
    service.upgrades
      // Nobody can buy back the days that are gone: express is for a new order.
      .filter(({ upgradeId, daysDelta }) => !had.has(upgradeId) && daysDelta >= 0)
      .map(({ upgradeId, title, priceMinor, daysDelta }) => ({
        upgradeId,
        title,
        priceMinor: priceMinor * BigInt(times),
        days: daysDelta * (service.quantityMultipliesTime ? times : 1),
      }))
  );
}
