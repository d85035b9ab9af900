import { getSellableService, saveService } from '#catalogue';
import { aMember, aPublishedService, aServiceInput, type FixtureService } from '#catalogue/testing';
import { balancesOf } from '#ledger';
import { fund } from '#ledger/testing';
import { newId } from '#platform/context';
import type { World } from '#test/world';
import { sql } from 'kysely';

/** A service on sale, and buyers for it. */
export async function aSale(world: World) {
  const { ctx } = world;
  const sold = await aPublishedService(world);

  async function aBuyer(creditMinor = 10_000n): Promise<string> {
    const memberId = await aMember(world, 'هند الشمري');
    if (creditMinor > 0n) await fund(ctx, memberId, creditMinor);
    return memberId;
  }

  const choice = (change: object = {}) => ({
    serviceId: sold.serviceId,
    upgradeIds: [] as string[],
    quantity: 1,
    shownPriceMinor: 1_500n,
    shownDays: 3,
    key: newId(ctx),
    ...change,
  });

  const spendable = async (memberId: string) => {
    const { creditMinor, earnedMinor } = await balancesOf(ctx, memberId);
    return creditMinor + earnedMinor;
  };

  const ordersOf = async (buyerId: string) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from orders.orders where buyer_id = ${buyerId}`.execute(ctx.db);
    return rows.length;
  };

  /** Another price of a service on sale: a small edit, it passes at once. */
  async function reprice(
    { serviceId, sellerId }: FixtureService,
    basePriceMinor: bigint,
  ): Promise<void> {
    const { version } = await getSellableService(ctx, serviceId);
    await saveService(world.as(sellerId), {
      serviceId,
      version,
      input: aServiceInput({ basePriceMinor }),
    });
  }

  return { sold, aBuyer, choice, spendable, ordersOf, reprice };
}
