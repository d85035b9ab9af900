import { approveService, getSellableService } from '#catalogue';
import { aMember, aRevisedService } from '#catalogue/testing';
import { fund } from '#ledger/testing';
import { getOrder } from '#orders';
import { newId } from '#platform/context';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { buyFromBalance } from './buy-from-balance.ts';

const world = await aWorld();
const { ctx } = world;
const reviewer = world.as(await aMember(world, 'مراجع'), ['reviewer']);

async function aBuyer() {
  const memberId = await aMember(world, 'هند');
  await fund(ctx, memberId, 10_000n);
  return world.as(memberId);
}

const choice = (serviceId: string, shownDays: number) => ({
  serviceId,
  upgradeIds: [],
  quantity: 1,
  shownPriceMinor: 1_500n,
  shownDays,
  key: newId(ctx),
});

describe('while a new version is approved', () => {
  it('the old one is bought until the approval, and orders keep what they bought', async () => {
    const { serviceId, next, version } = await aRevisedService(world);
    const buyer = await aBuyer();
    const { orderId } = await buyFromBalance(buyer, choice(serviceId, 3));
    await approveService(reviewer, { serviceId, version: next });
    expect(await getOrder(buyer, orderId)).toMatchObject({
      serviceVersion: version,
      deliveryDays: 3,
    });
    await expect(buyFromBalance(buyer, choice(serviceId, 3))).rejects.toMatchObject({
      code: 'delivery-changed',
    });
    const later = await buyFromBalance(buyer, choice(serviceId, 7));
    expect(await getOrder(buyer, later.orderId)).toMatchObject({ serviceVersion: next });
  });

  it('at the same moment each buyer gets one version whole, or is shown the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { serviceId, next, version } = await aRevisedService(world);
      await getSellableService(ctx, serviceId);
      const buyers = await Promise.all(Array.from({ length: 6 }, aBuyer));
      const [approval, ...purchases] = await Promise.allSettled([
        approveService(reviewer, { serviceId, version: next }).then(() => ({ orderId: '' })),
        ...buyers.map((buyer) => buyFromBalance(buyer, choice(serviceId, 3))),
      ]);
      expect(approval?.status).toBe('fulfilled');
      for (const [index, purchase] of purchases.entries()) {
        if (purchase.status === 'rejected') {
          expect(purchase.reason).toMatchObject({
            code: expect.stringMatching(/^(delivery|service)-changed$/),
          });
          continue;
        }
        const order = await getOrder(buyers[index]!, purchase.value.orderId);
        expect(order).toMatchObject({
          serviceVersion: version,
          deliveryDays: 3,
          title: 'تصميم شعار احترافي بثلاثة نماذج',
        });
      }
    }
  });
});
