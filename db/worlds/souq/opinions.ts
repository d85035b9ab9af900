import {
  answersToComplaint,
  answersToPraise,
  createRandom,
  critical,
  integerBetween,
  mixed,
  ofBuyers,
  pick,
  praise,
  praiseEnds,
  seedOf,
} from './content/index.ts';
import type { OrderPlan } from './order-plan.ts';

type Mood = 'pleased' | 'mixed' | 'critical';

/** How the buyer of this order found the work: mostly well; the same whenever it is asked. */
function moodOf({ key }: OrderPlan): Mood {
  const chance = createRandom(seedOf(`mood:${key}`))();
  if (chance < 0.86) return 'pleased';
  return chance < 0.96 ? 'mixed' : 'critical';
}

/** What the buyer gives and says. */
export function opinionOf(plan: OrderPlan) {
  const random = createRandom(seedOf(`opinion:${plan.key}`));
  const mood = moodOf(plan);
  const [from, to] = { pleased: [4, 5], mixed: [3, 4], critical: [1, 3] }[mood] as [number, number];
  // A pleased buyer gives five more often than four.
  const star = () => (mood === 'pleased' && random() < 0.6 ? 5 : integerBetween(random, from, to));
  const stars = { quality: star(), communication: star(), onTime: star() };
  if (mood === 'mixed') return { ...stars, body: pick(random, mixed) };
  if (mood === 'critical') return { ...stars, body: pick(random, critical) };
  const end = random() < 0.55 ? ` ${pick(random, praiseEnds)}` : '';
  return { ...stars, body: `${pick(random, praise)}${end}` };
}

/** What the seller gives and says of the buyer. */
export function opinionOfBuyer(plan: OrderPlan) {
  const random = createRandom(seedOf(`of-buyer:${plan.key}`));
  return { stars: random() < 0.85 ? 5 : 4, body: pick(random, ofBuyers) };
}

/** The seller's answer: thanks, or an apology where there was something to complain about. */
export function answerTo(plan: OrderPlan): string {
  const random = createRandom(seedOf(`answer:${plan.key}`));
  return pick(random, moodOf(plan) === 'pleased' ? answersToPraise : answersToComplaint);
}
