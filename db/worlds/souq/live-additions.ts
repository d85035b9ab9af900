import { answerAddition, getOrderRoom, proposeAddition } from '#orders';
import type { Ctx } from '#platform/context';
import { Refusal } from '#platform/refusals';
import { createRandom, extras, pick, seedOf } from './content/index.ts';
import { topUp } from './top-up.ts';

interface Extra {
  orderId: string;
  key: string;
}

/** The seller proposes an extra; which one follows from the seed. */
export async function proposeExtra(seller: Ctx, extra: Extra & { seed: string }): Promise<void> {
  const { orderId, key, seed } = extra;
  const random = createRandom(seedOf(`extra:${seed}`));
  const priceMinor = pick(random, [500n, 800n, 1_000n, 1_200n]);
  const days = pick(random, [0, 1, 2]);
  await proposeAddition(seller, { orderId, ...pick(random, extras), priceMinor, days, key });
}

/** The buyer pays for the extra that stands, after a top-up when the balance is short. */
export async function payExtra(buyer: Ctx, { orderId, key }: Extra): Promise<void> {
  const { asks } = await getOrderRoom(buyer, orderId);
  const ask = asks.find(({ kind, outcome }) => kind === 'addition' && outcome === null);
  if (!ask) return;
  const answer = { orderId, askId: ask.askId, agreed: true, key };
  try {
    await answerAddition(buyer, answer);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'order-balance-short') throw error;
    const random = createRandom(seedOf(key));
    await topUp(buyer, { neededMinor: ask.amountMinor ?? 0n, random, key });
    await answerAddition(buyer, answer);
  }
}
