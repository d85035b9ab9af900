import { DAY_MS, HOUR_MS } from '#platform/time';
import { createRandom, integerBetween, type Random, seedOf } from './content/random.ts';

/** What happens in an order, one after the other; each waits so long after the one before. */
export interface PlannedAct {
  act:
    | 'buy'
    | 'greet'
    | 'requirements'
    | 'seller-message'
    | 'buyer-message'
    | 'deliver-part'
    | 'propose-extra'
    | 'pay-extra'
    | 'deliver'
    | 'ask-change'
    | 'accept'
    | 'thank'
    | 'prolong'
    | 'cancel'
    | 'ask-cancellation'
    | 'agree-cancellation'
    | 'ask-extension'
    | 'agree-extension'
    | 'rate-seller'
    | 'rate-buyer'
    | 'answer-review';
  at: Date;
}

export interface OrderPlan {
  key: string;
  serviceIndex: number;
  buyerIndex: number;
  acts: PlannedAct[];
}

type Story = readonly (readonly [PlannedAct['act'], number, number])[];

/** Stories with how often they happen; hours are counted from the act before. */
const stories: readonly { weight: number; story: Story }[] = [
  {
    weight: 44,
    story: [
      ['requirements', 0.2, 9],
      ['greet', 0.3, 8],
      ['deliver', 14, 50],
      ['accept', 1, 40],
      ['thank', 0.2, 4],
    ],
  },
  {
    weight: 14,
    story: [
      ['greet', 0.5, 4],
      ['requirements', 0.3, 12],
      ['seller-message', 3, 12],
      ['buyer-message', 0.2, 6],
      ['deliver', 6, 40],
      ['accept', 0.5, 30],
    ],
  },
  {
    weight: 16,
    story: [
      ['requirements', 0.2, 20],
      ['greet', 0.5, 6],
      ['deliver', 10, 46],
      ['ask-change', 1, 24],
      ['seller-message', 0.4, 5],
      ['deliver', 5, 40],
      ['accept', 0.5, 36],
    ],
  },
  {
    weight: 4,
    story: [
      ['requirements', 0.5, 20],
      ['greet', 0.5, 6],
      ['deliver', 10, 40],
      ['ask-change', 2, 20],
      ['deliver', 8, 30],
      ['ask-change', 2, 20],
      ['deliver', 6, 20],
      ['accept', 1, 30],
    ],
  },
  {
    weight: 8,
    story: [
      ['requirements', 0.4, 20],
      ['greet', 1, 10],
      ['deliver', 12, 50],
    ],
  },
  {
    weight: 2,
    story: [
      ['requirements', 0.4, 20],
      ['greet', 1, 10],
      ['deliver', 12, 50],
      ['prolong', 20, 60],
    ],
  },
  {
    weight: 3,
    story: [
      ['requirements', 0.4, 10],
      ['greet', 1, 10],
      ['ask-extension', 12, 20],
      ['agree-extension', 1, 20],
      ['deliver', 20, 60],
      ['accept', 2, 40],
    ],
  },
  { weight: 3, story: [] },
  { weight: 3, story: [['cancel', 0.5, 20]] },
  {
    weight: 2,
    story: [
      ['requirements', 0.5, 20],
      ['greet', 1, 12],
      ['ask-cancellation', 4, 20],
      ['agree-cancellation', 1, 20],
    ],
  },
  {
    weight: 1,
    story: [
      ['requirements', 0.5, 20],
      ['greet', 1, 12],
    ],
  },
];

const WHOLE = stories.reduce((sum, { weight }) => sum + weight, 0);

function pickStory(random: Random): Story {
  let at = random() * WHOLE;
  for (const { weight, story } of stories) {
    at -= weight;
    if (at < 0) return story;
  }
  return [];
}

/** Acts after which people rate each other: the order is complete. */
const ENDS: readonly PlannedAct['act'][] = ['accept', 'thank'];

/**
 * Who rates whom after a completed order: most buyers, half of the sellers, some answers. Out of a
 * stream of its own, so that the rest of the history stays as it is.
 */
function reviewsAfter(key: string, last: PlannedAct | undefined): PlannedAct[] {
  if (!last || !ENDS.includes(last.act)) return [];
  const random = createRandom(seedOf(`reviews:${key}`));
  const after = (hours: number) =>
    new Date(last.at.getTime() + Math.floor((0.3 + random() * hours) * HOUR_MS));
  const acts: PlannedAct[] = [];
  if (random() < 0.72) acts.push({ act: 'rate-seller', at: after(22) });
  if (random() < 0.62) acts.push({ act: 'rate-buyer', at: after(20) });
  if (acts.length === 2 && random() < 0.3) acts.push({ act: 'answer-review', at: after(60) });
  return acts.sort((left, right) => left.at.getTime() - right.at.getTime());
}

/**
 * What a few orders have before their first delivery: a part of the work, or an extra that is proposed
 * and paid for. Out of a stream of its own, as the reviews are.
 */
function growthOf(key: string, acts: readonly PlannedAct[]): PlannedAct[] {
  const first = acts.findIndex(({ act }) => act === 'deliver');
  const [before, deliver] = [acts[first - 1], acts[first]];
  if (!before || !deliver || !acts.some(({ act }) => act === 'requirements')) return [];
  const random = createRandom(seedOf(`growth:${key}`));
  const lot = random();
  const at = (share: number) =>
    new Date(
      before.at.getTime() + Math.floor((deliver.at.getTime() - before.at.getTime()) * share),
    );
  if (lot < 0.03) return [{ act: 'deliver-part', at: at(0.5) }];
  if (lot > 0.05) return [];
  return [
    { act: 'propose-extra', at: at(0.2) },
    { act: 'pay-extra', at: at(0.2 + 0.5 * random()) },
  ];
}

/**
 * One order: when it was bought (more of them lately, as in a growing market), by whom, and what
 * followed. Acts after the present have not happened yet: that is how open orders come about.
 */
export function planOrder(
  number: number,
  world: {
    present: Date;
    days: number;
    buyers: number;
    chooseService(random: Random, at: Date): number;
  },
): OrderPlan {
  const key = `order:${number}`;
  const random = createRandom(seedOf(key));
  const ageDays = world.days * (1 - random() ** 0.62);
  const boughtAt = new Date(
    Math.floor(world.present.getTime() - ageDays * DAY_MS - random() * HOUR_MS),
  );
  const acts: PlannedAct[] = [{ act: 'buy', at: boughtAt }];
  let at = boughtAt.getTime();
  for (const [act, from, to] of pickStory(random)) {
    at += Math.floor((from + (to - from) * random()) * HOUR_MS);
    acts.push({ act, at: new Date(at) });
  }
  acts.push(...reviewsAfter(key, acts.at(-1)), ...growthOf(key, acts));
  acts.sort((left, right) => left.at.getTime() - right.at.getTime());
  // The first buyer carries the named login: give them more to look at.
  const buyerIndex = random() < 0.03 ? 0 : integerBetween(random, 0, world.buyers - 1);
  return {
    key,
    serviceIndex: world.chooseService(random, boughtAt),
    buyerIndex,
    acts: acts.filter((planned) => planned.at <= world.present),
  };
}
