import type { Ctx } from '#platform/context';
import { ruleAt, type Rules } from '#settings';

/** What an order's clocks measure and how often one may ask (SPEC 5, 16). */
export interface OrderRules {
  requirements: Rules['order.requirements'];
  silenceHours: number;
  late: Rules['order.late'];
  acceptance: Rules['order.acceptance'];
  extension: Rules['order.extension'];
  cancellation: Rules['order.cancellation'];
  guaranteeDays: number;
  /** What a dispute gives each step (SPEC 5.9). */
  dispute: { answerHours: number; proposalHours: number; acceptanceHours: number };
  /** A proposed addition: how long it stands, what it may cost and take, and how many an order has. */
  addition: AdditionRules;
  /** How many part-deliveries an order has at most. */
  partsAtMost: number;
  /** A refund by agreement is answered within so many hours; silence is no. */
  refundHours: number;
  /** A change is due so many hours after it was asked, or at the promised instant if that is later. */
  changeHours: number;
}

interface AdditionRules {
  answerHours: number;
  atMost: number;
  minMinor: bigint;
  maxMinor: bigint;
  mostDays: number;
}

const CHANGE_HOURS = 72;
const REFUND_HOURS = 48;
const PARTS_AT_MOST = 10;
const ADDITION = { answerHours: 48, atMost: 10, minMinor: 100n, mostDays: 30 } as const;

/** The rules that held at an instant: an order keeps those of its purchase (SPEC 11). */
export async function orderRulesAt(ctx: Ctx, at: Date): Promise<OrderRules> {
  return {
    requirements: await ruleAt(ctx, 'order.requirements', at),
    silenceHours: await ruleAt(ctx, 'order.seller-silence-hours', at),
    late: await ruleAt(ctx, 'order.late', at),
    acceptance: await ruleAt(ctx, 'order.acceptance', at),
    extension: await ruleAt(ctx, 'order.extension', at),
    cancellation: await ruleAt(ctx, 'order.cancellation', at),
    guaranteeDays: await ruleAt(ctx, 'order.guarantee-days', at),
    dispute: {
      answerHours: await ruleAt(ctx, 'dispute.answer-hours', at),
      proposalHours: await ruleAt(ctx, 'dispute.proposal-hours', at),
      acceptanceHours: await ruleAt(ctx, 'dispute.acceptance-hours', at),
    },
    // An extra is at most what a custom offer may be; less than its least, since the work is under way.
    addition: { ...ADDITION, maxMinor: (await ruleAt(ctx, 'custom-offer.price', at)).maxMinor },
    partsAtMost: PARTS_AT_MOST,
    refundHours: REFUND_HOURS,
    changeHours: CHANGE_HOURS,
  };
}
