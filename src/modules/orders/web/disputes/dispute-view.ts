import { memberCards } from '#identity';
import type { Ctx } from '#platform/context';
import { NotFound, type Refusal } from '#platform/refusals';
import { OrderMoved } from '../../order-errors.ts';
import type { Act } from '../../order-state.ts';
import type { Ask } from '../../moves/order-asks.ts';
import { getOrderRoom, type OrderRoom } from '../../talk/order-room.ts';
import { type Complaint, complaintsOf, type Dispute, findDispute } from '../../disputes/dispute.ts';

/** A form of the dispute's page that came back refused. */
export interface DisputeFailure {
  form: string;
  /** What the form is for: it may be open to nobody any more. */
  move: Act;
  /** The order moved on before it came: why it was refused. */
  tooLate?: Refusal;
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

/** A dispute's page: the dispute, or the form that opens one. */
export interface DisputeView {
  room: OrderRoom;
  dispute: Dispute | undefined;
  names: ReadonlyMap<string, string>;
  /** What the viewer is complaining of, when opening. */
  kind: Complaint;
  complaints: readonly Complaint[];
  openRefund: Ask | undefined;
  /** Whether the viewer judges, and whether as the first or the second. */
  judges: 'proposal' | 'appeal' | undefined;
  key: string;
  now: Date;
  failure: DisputeFailure | undefined;
}

/** Reads it for a side or for staff; NotFound for others, and where there is none and none may be opened. */
export async function disputeView(
  ctx: Ctx,
  orderId: string,
  made: { key: string; kind?: string; failure?: DisputeFailure },
): Promise<DisputeView> {
  const room = await getOrderRoom(ctx, orderId);
  const { order, side, can, asks } = room;
  const dispute = await findDispute(ctx, orderId);
  const openRefund = asks.find((ask) => ask.kind === 'refund' && ask.outcome === null);
  const mayAsk = can.has('open_dispute') || can.has('ask_refund');
  const { failure } = made;
  if (!dispute && !mayAsk && !openRefund && !failure) throw new NotFound();
  const cards = await memberCards(ctx, [order.buyerId, order.sellerId]);
  const complaints = complaintsOf(side ?? 'buyer');
  const kind = complaints.find((one) => one === made.kind) ?? complaints[0] ?? 'defective';
  const proposes = can.has('propose_split') ? 'proposal' : undefined;
  const tooLate = (move: Act) =>
    can.has(move) && !(move === 'ask_refund' && openRefund)
      ? undefined
      : new OrderMoved(order.state);
  return {
    room,
    dispute,
    names: new Map([...cards].map(([id, card]) => [id, card.displayName])),
    kind,
    complaints,
    openRefund,
    judges: can.has('decide_appeal') ? 'appeal' : proposes,
    key: made.key,
    now: ctx.clock.now(),
    failure: failure && { ...failure, tooLate: failure.tooLate ?? tooLate(failure.move) },
  };
}
