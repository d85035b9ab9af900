import { randomUUID } from 'node:crypto';
import { getSellableService, type SellableService } from '#catalogue';
import { aPublishedService } from '#catalogue/testing';
import { buyFromBalance } from '#checkout';
import { aMember } from '#identity/testing';
import { aTransfer, postAlone } from '#ledger/testing';
import { deliver, submitRequirements } from '#orders';
import type { World } from '#test/world';

/** Two members and what is delivered between them; the till, the order and the delivery are the product's own. */
export interface Deal {
  buyer: { memberId: string; email: string; displayName: string };
  seller: { memberId: string; email: string; displayName: string };
  service: SellableService;
  roomPath: string;
}

/** What the buyer brings, USD cents: the order takes all of the credit and a part of what was earned. */
export const CREDIT_MINOR = 2_000n;
export const EARNED_MINOR = 1_000n;

const NAMES = { buyer: 'هند الشمري', seller: 'ليلى مراد' };

/** An order of $25 that was paid from the balance and delivered, between two members of its own. */
export async function aDeliveredDeal(world: World): Promise<Deal> {
  const [buyer, seller] = [await someone(world, 'buyer'), await someone(world, 'seller')];
  await giveMoney(world, buyer.memberId);
  const { serviceId } = await aPublishedService(world, { sellerId: seller.memberId });
  const service = await getSellableService(world.ctx, serviceId);
  const [upgrade] = service.upgrades;
  const [question] = service.requirements;
  if (!upgrade || !question) throw new Error('the service has no upgrade or asks nothing');
  const { orderId } = await buyFromBalance(world.as(buyer.memberId), {
    serviceId,
    upgradeIds: [upgrade.upgradeId],
    quantity: 1,
    shownPriceMinor: service.basePriceMinor + upgrade.priceMinor,
    key: randomUUID(),
  });
  const answers = { [question.questionId]: 'مقهى النخلة' };
  await submitRequirements(world.as(buyer.memberId), { orderId, answers, note: '', files: {} });
  const work = { orderId, note: 'هذه النماذج الثلاثة', files: [], aiUsed: false };
  await deliver(world.as(seller.memberId), work);
  return { buyer, seller, service, roomPath: `/orders/${orderId}` };
}

async function someone(world: World, side: 'buyer' | 'seller') {
  const displayName = NAMES[side];
  return { ...(await aMember(world, { displayName })), displayName };
}

/** Gifts of the house: no payment company's word is needed for the ledger to be proven. */
async function giveMoney(world: World, memberId: string): Promise<void> {
  const [credit, earned] = [{ amountMinor: CREDIT_MINOR }, { amountMinor: EARNED_MINOR }];
  await postAlone(
    world.ctx,
    aTransfer(world.ctx, 'promotion_credit', { credit: memberId, ...credit }),
    aTransfer(world.ctx, 'referral_reward', { credit: memberId, ...earned }),
    aTransfer(world.ctx, 'clearing', { debit: memberId, credit: memberId, ...earned }),
  );
}
