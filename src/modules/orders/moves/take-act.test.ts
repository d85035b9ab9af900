import { NotFound } from '#platform/refusals';
import type { Ctx } from '#platform/context';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { withdrawCancellation } from '../cancellations/withdraw-cancellation.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { proposeAddition } from '../additions/propose-addition.ts';
import { withdrawAddition } from '../additions/withdraw-addition.ts';
import { deliverPart } from '../deliveries/deliver-part.ts';
import { deliver } from '../deliveries/deliver.ts';
import { prolongAcceptance } from '../deliveries/prolong-acceptance.ts';
import { answerExtension } from '../extensions/answer-extension.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { submitRequirements } from '../life-cycle/submit-requirements.ts';
import type { Order } from '../order-row.ts';
import type { OrderState } from '../order.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import { openOrderFile } from '../talk/open-order-file.ts';
import { getOrderRoom } from '../talk/order-room.ts';
import {
  aCompletedOrder,
  aDeliveredOrder,
  anActiveOrder,
  anOrder,
  reload,
  someId,
} from '../testing/index.ts';

const world = await aWorld();

const on = (order: Order) => ({ orderId: order.orderId });
const verbs = {
  submitRequirements: (ctx: Ctx, order: Order) =>
    submitRequirements(ctx, { ...on(order), answers: { name: 'أ' }, note: '', files: {} }),
  deliver: (ctx: Ctx, order: Order) =>
    deliver(ctx, { ...on(order), note: 'عمل', files: [], aiUsed: true }),
  askForChange: (ctx: Ctx, order: Order) => askForChange(ctx, { ...on(order), body: 'غيّر' }),
  deliverPart: (ctx: Ctx, order: Order) =>
    deliverPart(ctx, { ...on(order), note: 'x', files: [], aiUsed: false }),
  proposeAddition: (ctx: Ctx, order: Order) =>
    proposeAddition(ctx, { ...on(order), title: 'x', note: '', priceMinor: 500n, days: 1 }),
  withdrawAddition: (ctx: Ctx, order: Order) => withdrawAddition(ctx, on(order)),
  acceptDelivery: (ctx: Ctx, order: Order) => acceptDelivery(ctx, on(order)),
  prolongAcceptance: (ctx: Ctx, order: Order) => prolongAcceptance(ctx, on(order)),
  cancelOrder: (ctx: Ctx, order: Order) => cancelOrder(ctx, on(order)),
  askExtension: (ctx: Ctx, order: Order) =>
    askExtension(ctx, { ...on(order), days: 2, reason: 'x' }),
  agreeExtension: (ctx: Ctx, order: Order) => answerExtension(ctx, { ...on(order), agreed: true }),
  refuseExtension: (ctx: Ctx, order: Order) =>
    answerExtension(ctx, { ...on(order), agreed: false }),
  askCancellation: (ctx: Ctx, order: Order) => askCancellation(ctx, { ...on(order), reason: 'x' }),
  withdrawCancellation: (ctx: Ctx, order: Order) => withdrawCancellation(ctx, on(order)),
  agreeCancellation: (ctx: Ctx, order: Order) =>
    answerCancellation(ctx, { ...on(order), agreed: true }),
  refuseCancellation: (ctx: Ctx, order: Order) =>
    answerCancellation(ctx, { ...on(order), agreed: false }),
} satisfies Record<string, (ctx: Ctx, order: Order) => Promise<unknown>>;
type Verb = keyof typeof verbs;

const makers: Partial<Record<OrderState, () => Promise<Order>>> = {
  awaiting_requirements: () => anOrder(world),
  in_progress: () => anActiveOrder(world),
  delivered: () => aDeliveredOrder(world),
  completed: () => aCompletedOrder(world),
  cancelled: async () => {
    const order = await anOrder(world);
    await cancelOrder(world.as(order.buyerId), on(order));
    return reload(world, order.orderId);
  },
};

/** What each side gets in each state: ok, moved, a guard's code, or — for the other side's verb — nothing there. */
type Answers = Record<string, [buyer: string, seller: string]>;
const nothing = 'not-found';
const moved = 'order-moved';
const table: Record<Verb, Answers> = {
  submitRequirements: {
    awaiting_requirements: ['ok', nothing],
    in_progress: [moved, nothing],
    delivered: [moved, nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  deliver: {
    awaiting_requirements: [nothing, moved],
    in_progress: [nothing, 'ok'],
    delivered: [nothing, moved],
    completed: [nothing, moved],
    cancelled: [nothing, moved],
  },
  deliverPart: {
    awaiting_requirements: [nothing, moved],
    in_progress: [nothing, 'ok'],
    delivered: [nothing, moved],
    completed: [nothing, moved],
    cancelled: [nothing, moved],
  },
  proposeAddition: {
    awaiting_requirements: [nothing, moved],
    in_progress: [nothing, 'ok'],
    delivered: [nothing, 'ok'],
    completed: [nothing, moved],
    cancelled: [nothing, moved],
  },
  withdrawAddition: {
    awaiting_requirements: [nothing, moved],
    in_progress: [nothing, 'order-addition-open'],
    delivered: [nothing, 'order-addition-open'],
    completed: [nothing, moved],
    cancelled: [nothing, moved],
  },
  askForChange: {
    awaiting_requirements: [moved, nothing],
    in_progress: [moved, nothing],
    delivered: ['ok', nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  acceptDelivery: {
    awaiting_requirements: [moved, nothing],
    in_progress: [moved, nothing],
    delivered: ['ok', nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  prolongAcceptance: {
    awaiting_requirements: [moved, nothing],
    in_progress: [moved, nothing],
    delivered: ['ok', nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  cancelOrder: {
    awaiting_requirements: ['ok', nothing],
    in_progress: ['order-late-with-nothing-delivered', nothing],
    delivered: [moved, nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  askExtension: {
    awaiting_requirements: [nothing, moved],
    in_progress: [nothing, 'ok'],
    delivered: [nothing, moved],
    completed: [nothing, moved],
    cancelled: [nothing, moved],
  },
  agreeExtension: {
    awaiting_requirements: [moved, nothing],
    in_progress: ['order-extension-open', nothing],
    delivered: [moved, nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  refuseExtension: {
    awaiting_requirements: [moved, nothing],
    in_progress: ['order-extension-open', nothing],
    delivered: [moved, nothing],
    completed: [moved, nothing],
    cancelled: [moved, nothing],
  },
  askCancellation: {
    awaiting_requirements: [moved, 'ok'],
    in_progress: ['ok', 'ok'],
    delivered: ['ok', 'ok'],
    completed: [moved, moved],
    cancelled: [moved, moved],
  },
  withdrawCancellation: {
    awaiting_requirements: ['order-own-cancellation-open', 'order-own-cancellation-open'],
    in_progress: ['order-own-cancellation-open', 'order-own-cancellation-open'],
    delivered: ['order-own-cancellation-open', 'order-own-cancellation-open'],
    completed: [moved, moved],
    cancelled: [moved, moved],
  },
  agreeCancellation: {
    awaiting_requirements: ['order-their-cancellation-open', 'order-their-cancellation-open'],
    in_progress: ['order-their-cancellation-open', 'order-their-cancellation-open'],
    delivered: ['order-their-cancellation-open', 'order-their-cancellation-open'],
    completed: [moved, moved],
    cancelled: [moved, moved],
  },
  refuseCancellation: {
    awaiting_requirements: ['order-their-cancellation-open', 'order-their-cancellation-open'],
    in_progress: ['order-their-cancellation-open', 'order-their-cancellation-open'],
    delivered: ['order-their-cancellation-open', 'order-their-cancellation-open'],
    completed: [moved, moved],
    cancelled: [moved, moved],
  },
};

const rows = Object.entries(table).flatMap(([verb, states]) =>
  Object.entries(states).flatMap(([state, answers]) =>
    (['buyer', 'seller'] as const).map(
      (side, index) => [verb as Verb, state as OrderState, side, answers[index]] as const,
    ),
  ),
);

describe('takeAct: every verb × state × side', () => {
  it.each(rows)('%s in %s by the %s: %s', async (verb, state, side, answer) => {
    const order = await makers[state]!();
    const ctx = world.as(side === 'buyer' ? order.buyerId : order.sellerId);
    const outcome = await verbs[verb](ctx, order).then(
      () => 'ok',
      (error: { code?: string }) => error.code,
    );
    expect(outcome).toBe(answer);
    if (answer !== 'ok') expect((await reload(world, order.orderId)).version).toBe(order.version);
  });
});

describe('to everybody else the order does not exist', () => {
  const others: [string, (order: Order) => Ctx][] = [
    ['a stranger', () => world.stranger],
    ['another member', () => world.as(someId(world))],
    ['a reviewer', () => world.as(someId(world), ['reviewer'])],
    ['support, for acts', () => world.as(someId(world), ['support', 'admin'])],
  ];

  it.each(others)('%s can do none of the verbs', async (_who, ctxOf) => {
    const order = await aDeliveredOrder(world);
    for (const verb of Object.values(verbs)) {
      await expect(verb(ctxOf(order), order)).rejects.toThrow(NotFound);
    }
    const message = sendOrderMessage(ctxOf(order), { ...on(order), body: 'أهلًا', key: 'k' });
    await expect(message).rejects.toThrow(NotFound);
    expect((await reload(world, order.orderId)).version).toBe(order.version);
  });

  it.each(others.slice(0, 3))('%s reads neither room nor file', async (_who, ctxOf) => {
    const order = await aDeliveredOrder(world);
    await expect(getOrderRoom(ctxOf(order), order.orderId)).rejects.toThrow(NotFound);
    await expect(
      openOrderFile(ctxOf(order), { ...on(order), fileId: someId(world) }),
    ).rejects.toThrow(NotFound);
  });

  it('support reads the room and is offered nothing in it', async () => {
    const order = await aDeliveredOrder(world);
    const room = await getOrderRoom(world.as(someId(world), ['support']), order.orderId);
    expect(room.side).toBeUndefined();
    expect([...room.can]).toEqual([]);
  });
});
