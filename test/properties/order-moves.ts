import {
  acceptDelivery,
  addUpgrade,
  answerAddition,
  getOrderRoom,
  listUpgradesToAdd,
  proposeAddition,
  withdrawAddition,
  acceptSplit,
  answerDispute,
  answerRefund,
  appealSplit,
  askRefund,
  CHECKS,
  decideAppeal,
  openDispute,
  proposeSplit,
  withdrawDispute,
  withdrawRefund,
  answerCancellation,
  answerExtension,
  askCancellation,
  askExtension,
  askForChange,
  cancelOrder,
  deliver,
  deliverPart,
  getOrder,
  prolongAcceptance,
  sendOrderMessage,
  submitRequirements,
  withdrawCancellation,
} from '#orders';
import type { Ctx } from '#platform/context';
import { uuidv7 } from '#platform/ids';
import { type Act, FIGURES, type Party } from './order-model.ts';

/** Acts of people; those of the clock happen when clocks are rung. */
export type PersonsAct = Exclude<Act, `${string}_time_over` | 'close'>;

/** Who names a sum, and how much (USD cents). */
export interface Sum {
  party: Party;
  amountMinor: bigint;
}

/** Each act of the table as somebody does it: the product's own action. */
export const PERFORM: Record<
  PersonsAct,
  (ctx: Ctx, orderId: string, sum: Sum) => Promise<unknown>
> = {
  give_requirements: (ctx, orderId) =>
    submitRequirements(ctx, { orderId, answers: { name: 'أ' }, note: '', files: {} }),
  speak: (ctx, orderId) =>
    sendOrderMessage(ctx, { orderId, body: 'مرحبًا', key: uuidv7(ctx.clock.now()) }),
  deliver_part: (ctx, orderId) =>
    deliverPart(ctx, { orderId, note: 'جزء', files: [], aiUsed: false }),
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
  ask_refund: (ctx, orderId, { amountMinor }) =>
    askRefund(ctx, { orderId, amountMinor, reason: 'عيب' }),
  withdraw_refund: (ctx, orderId) => withdrawRefund(ctx, { orderId }),
  agree_refund: (ctx, orderId) => answerRefund(ctx, { orderId, agreed: true }),
  refuse_refund: (ctx, orderId) => answerRefund(ctx, { orderId, agreed: false }),
  open_dispute: (ctx, orderId, { party, amountMinor }) => {
    const kind = party === 'seller' ? 'refused' : 'defective';
    const claim = { kind, checks: CHECKS[kind], body: 'عيب', wantedMinor: amountMinor } as const;
    return openDispute(ctx, { orderId, ...claim });
  },
  withdraw_dispute: (ctx, orderId) => withdrawDispute(ctx, { orderId }),
  answer_dispute: (ctx, orderId) => answerDispute(ctx, { orderId, body: 'ليس كذلك' }),
  propose_split: (ctx, orderId, { amountMinor }) =>
    proposeSplit(ctx, { orderId, refundMinor: amountMinor, reason: 'عدل' }),
  accept_split: (ctx, orderId) => acceptSplit(ctx, { orderId }),
  appeal_split: (ctx, orderId) => appealSplit(ctx, { orderId, body: 'كثير' }),
  decide_appeal: (ctx, orderId, { amountMinor }) =>
    decideAppeal(ctx, { orderId, refundMinor: amountMinor, reason: 'عدل' }),
  add_upgrade: async (ctx, orderId) => {
    const [upgrade] = await listUpgradesToAdd(ctx, await getOrder(ctx, orderId));
    const { upgradeId = '', priceMinor = 0n, days = 0 } = upgrade ?? {};
    const wanted = { orderId, upgradeId, shownPriceMinor: priceMinor, shownDays: days };
    return addUpgrade(ctx, wanted);
  },
  propose_addition: (ctx, orderId) => {
    const extra = { title: 'زيادة', note: '', priceMinor: 337n, days: FIGURES.additionDays };
    return proposeAddition(ctx, { orderId, ...extra });
  },
  withdraw_addition: (ctx, orderId) => withdrawAddition(ctx, { orderId }),
  agree_addition: (ctx, orderId) => answerIt(ctx, orderId, true),
  refuse_addition: (ctx, orderId) => answerIt(ctx, orderId, false),
};

/** Answers whatever proposal stands. */
async function answerIt(ctx: Ctx, orderId: string, agreed: boolean): Promise<unknown> {
  const { asks } = await getOrderRoom(ctx, orderId);
  const open = asks.find(({ kind, outcome }) => kind === 'addition' && outcome === null);
  return answerAddition(ctx, { orderId, askId: open?.askId ?? '', agreed });
}
