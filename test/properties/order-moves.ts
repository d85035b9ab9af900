import {
  acceptDelivery,
  answerCancellation,
  answerExtension,
  askCancellation,
  askExtension,
  askForChange,
  cancelOrder,
  deliver,
  prolongAcceptance,
  sendOrderMessage,
  submitRequirements,
  withdrawCancellation,
} from '#orders';
import type { Ctx } from '#platform/context';
import { uuidv7 } from '#platform/ids';
import { FIGURES, type Act } from './order-model.ts';

/** Acts of people; those of the clock happen when clocks are rung. */
export type PersonsAct = Exclude<Act, `${string}_time_over` | 'close'>;

/** Each act of the table as somebody does it: the product's own action. */
export const PERFORM: Record<PersonsAct, (ctx: Ctx, orderId: string) => Promise<unknown>> = {
  give_requirements: (ctx, orderId) =>
    submitRequirements(ctx, { orderId, answers: { name: 'أ' }, note: '', files: {} }),
  speak: (ctx, orderId) =>
    sendOrderMessage(ctx, { orderId, body: 'مرحبًا', key: uuidv7(ctx.clock.now()) }),
  deliver: (ctx, orderId) => deliver(ctx, { orderId, note: 'عمل', files: [], aiUsed: false }),
  ask_change: (ctx, orderId) => askForChange(ctx, { orderId, body: 'غيّر' }),
  accept: (ctx, orderId) => acceptDelivery(ctx, { orderId }),
  prolong: (ctx, orderId) => prolongAcceptance(ctx, { orderId }),
  cancel: (ctx, orderId) => cancelOrder(ctx, { orderId }),
  ask_extension: (ctx, orderId) =>
    askExtension(ctx, { orderId, days: FIGURES.extensionDays, reason: 'ظرف' }),
  agree_extension: (ctx, orderId) => answerExtension(ctx, { orderId, agreed: true }),
  refuse_extension: (ctx, orderId) => answerExtension(ctx, { orderId, agreed: false }),
  ask_cancellation: (ctx, orderId) => askCancellation(ctx, { orderId, reason: 'ظرف' }),
  withdraw_cancellation: (ctx, orderId) => withdrawCancellation(ctx, { orderId }),
  agree_cancellation: (ctx, orderId) => answerCancellation(ctx, { orderId, agreed: true }),
  refuse_cancellation: (ctx, orderId) => answerCancellation(ctx, { orderId, agreed: false }),
};
