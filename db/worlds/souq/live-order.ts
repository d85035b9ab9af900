import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BalanceTooLow, buyFromBalance } from '#checkout';
import { getSellableService } from '#catalogue';
import {
  acceptDelivery,
  answerCancellation,
  answerExtension,
  askCancellation,
  askExtension,
  askForChange,
  cancelOrder,
  deliver,
  deliverPart,
  prolongAcceptance,
  sendOrderMessage,
  submitRequirements,
} from '#orders';
import type { Ctx } from '#platform/context';
import { answerReview, writeReview } from '#reviews';
import { Refusal } from '#platform/refusals';
import { memberAt } from './act.ts';
import {
  answersTo,
  buyerQuestions,
  buyerThanks,
  cancellationReasons,
  changeRequests,
  createRandom,
  deliveryNotes,
  extensionReasons,
  partNotes,
  pick,
  pickSome,
  type Random,
  secondDeliveryNotes,
  seedOf,
  sellerGreetings,
  sellerUpdates,
} from './content/index.ts';
import type { Person } from './fill-members.ts';
import type { Sold } from './fill-services.ts';
import { answerTo, opinionOf, opinionOfBuyer } from './opinions.ts';
import { payExtra, proposeExtra } from './live-additions.ts';
import type { OrderPlan, PlannedAct } from './order-plan.ts';
import { topUp } from './top-up.ts';

/** An order as it goes on: the plan, its people, and what has come of it. */
export interface LiveOrder {
  plan: OrderPlan;
  service: Sold;
  buyer: Person;
  orderId: string | undefined;
  /** It ended otherwise than planned (a clock was faster). */
  over: boolean;
  deliveries: number;
  random: Random;
}

/** Takes one planned act through the site's own action, at its instant, as the one who does it. */
export async function liveOn(ctx: Ctx, order: LiveOrder, planned: PlannedAct): Promise<void> {
  if (order.over) return;
  try {
    if (planned.act === 'buy') await buy(ctx, order, planned.at);
    else if (order.orderId) await goOn(ctx, order, planned);
  } catch (error) {
    // A clock was faster than the plan: the order goes its own way, as orders do.
    if (!(error instanceof Refusal)) throw error;
    order.over = true;
  }
}

async function buy(ctx: Ctx, order: LiveOrder, at: Date): Promise<void> {
  const buyer = memberAt(ctx, at, { memberId: order.buyer.memberId, about: order.plan.key });
  const { serviceId } = order.service;
  const service = await getSellableService(buyer, serviceId);
  const wanted = order.random() < 0.4 ? 1 + Math.floor(order.random() * 2) : 0;
  const upgrades = pickSome(
    order.random,
    service.upgrades,
    Math.min(wanted, service.upgrades.length),
  );
  const shownPriceMinor = upgrades.reduce(
    (sum, upgrade) => sum + upgrade.priceMinor,
    service.basePriceMinor,
  );
  const purchase = {
    serviceId,
    upgradeIds: upgrades.map((upgrade) => upgrade.upgradeId),
    quantity: 1,
    shownPriceMinor,
    key: order.plan.key,
  };
  try {
    order.orderId = (await buyFromBalance(buyer, purchase)).orderId;
  } catch (error) {
    if (!(error instanceof BalanceTooLow)) throw error;
    await topUp(buyer, { neededMinor: shownPriceMinor, random: order.random, key: order.plan.key });
    order.orderId = (await buyFromBalance(buyer, purchase)).orderId;
  }
}

async function goOn(ctx: Ctx, order: LiveOrder, { act, at }: PlannedAct): Promise<void> {
  const orderId = order.orderId as string;
  const buyer = memberAt(ctx, at, { memberId: order.buyer.memberId, about: order.plan.key });
  const seller = memberAt(ctx, at, { memberId: order.service.sellerId, about: order.plan.key });
  const { random } = order;
  const key = `${order.plan.key}:${act}:${at.getTime()}`;
  const say = (who: Ctx, pool: readonly string[]) =>
    sendOrderMessage(who, { orderId, body: pick(random, pool), key });
  const acts: Record<Exclude<PlannedAct['act'], 'buy'>, () => Promise<unknown>> = {
    greet: () => say(seller, sellerGreetings),
    'seller-message': () => say(seller, sellerUpdates),
    'buyer-message': () => say(buyer, buyerQuestions),
    thank: () => say(buyer, buyerThanks),
    requirements: () => giveRequirements(buyer, order),
    deliver: () => handIn(seller, { order, orderId, key }),
    'deliver-part': () => handInPart(seller, { order, orderId, key }),
    'propose-extra': () => proposeExtra(seller, { orderId, seed: order.plan.key, key }),
    'pay-extra': () => payExtra(buyer, { orderId, key }),
    'ask-change': () => askForChange(buyer, { orderId, body: pick(random, changeRequests), key }),
    accept: () => acceptDelivery(buyer, { orderId, key }),
    prolong: () => prolongAcceptance(buyer, { orderId, key }),
    cancel: () => cancelOrder(buyer, { orderId, key }),
    'ask-cancellation': () =>
      askCancellation(seller, { orderId, reason: pick(random, cancellationReasons), key }),
    'agree-cancellation': () => answerCancellation(buyer, { orderId, agreed: true, key }),
    'ask-extension': () =>
      askExtension(seller, { orderId, days: 2, reason: pick(random, extensionReasons), key }),
    'agree-extension': () => answerExtension(buyer, { orderId, agreed: true, key }),
    'rate-seller': () => writeReview(buyer, { orderId, key, ...opinionOf(order.plan) }),
    'rate-buyer': () => writeReview(seller, { orderId, key, ...opinionOfBuyer(order.plan) }),
    'answer-review': () => answerReview(seller, { orderId, answer: answerTo(order.plan) }),
  };
  if (act !== 'buy') await acts[act]();
}

async function giveRequirements(buyer: Ctx, order: LiveOrder): Promise<void> {
  const service = await getSellableService(buyer, order.service.serviceId);
  await withFile(order, 'المواد.txt', async (file) => {
    const given: Record<string, string> = {};
    const files: Record<string, { path: string; fileName: string }[]> = {};
    const { leafKey, language } = order.service.content;
    const questions = service.requirements.map((question) => {
      return { ...question, choices: question.choices ?? [] };
    });
    const answers = answersTo(order.random, { leafKey, language, questions });
    for (const [at, question] of questions.entries()) {
      const answer = answers[at];
      if (answer !== undefined) given[question.questionId] = answer;
      else if (question.required) files[question.questionId] = [file];
    }
    await submitRequirements(buyer, {
      orderId: order.orderId as string,
      answers: given,
      note: '',
      files,
    });
  });
}

async function handIn(
  seller: Ctx,
  work: { order: LiveOrder; orderId: string; key: string },
): Promise<void> {
  const { order } = work;
  order.deliveries += 1;
  const note = pick(order.random, order.deliveries === 1 ? deliveryNotes : secondDeliveryNotes);
  const name =
    work.order.service.content.language === 'en' ? 'final-work.txt' : 'العمل-النهائي.txt';
  await withFile(work.order, name, (file) =>
    deliver(seller, { orderId: work.orderId, note, files: [file], aiUsed: false, key: work.key }),
  );
}

/** A part of the work; its words are chosen apart, so that the rest of the order stays as it is. */
async function handInPart(
  seller: Ctx,
  work: { order: LiveOrder; orderId: string; key: string },
): Promise<void> {
  const { order, orderId, key } = work;
  const note = pick(createRandom(seedOf(key)), partNotes);
  await withFile(order, 'الجزء-الأول.txt', (file) =>
    deliverPart(seller, { orderId, note, files: [file], aiUsed: false, key }),
  );
}

/** A small text file with what the order is about. */
async function withFile(
  order: LiveOrder,
  fileName: string,
  use: (file: { path: string; fileName: string }) => Promise<unknown>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'hirfa-order-'));
  try {
    const path = join(directory, 'file');
    const { title, description } = order.service.content;
    await writeFile(path, `${title}\n\n${description}\n`);
    await use({ path, fileName });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** A stream of its own for each order. */
export function randomOf(plan: OrderPlan): Random {
  return createRandom(seedOf(`live:${plan.key}`));
}
