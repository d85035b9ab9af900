import type { Ctx } from '#platform/context';
import { addDays, addHours, DAY_MS } from '#platform/time';
import { memberCards } from '#identity';
import { balancesOf, spendable } from '#ledger';
import { reviewStanding, type Standing } from '#reviews';
import { listUpgradesToAdd, type UpgradeToAdd } from '../additions/upgrades-to-add.ts';
import { findRequirementsDraft } from '../life-cycle/requirements-draft.ts';
import type { Ask } from '../moves/order-asks.ts';
import { canOpenOriginals } from '../order-policy.ts';
import { sharesAfter } from '../disputes/split-money.ts';
import { getOrderRoom, type OrderRoom } from '../talk/order-room.ts';

/** A form that came back refused: which one, why, and what stood in it. */
export interface FormFailure {
  form: FormName;
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

export type FormName =
  | 'requirements'
  | 'message'
  | 'delivery'
  | 'change'
  | 'extension'
  | 'cancellation'
  | 'addition'
  | 'part';

/** The room with what its page needs besides: names, instants, shares. */
export interface RoomView extends OrderRoom {
  names: ReadonlyMap<string, string>;
  handles: ReadonlyMap<string, string>;
  viewerId: string | undefined;
  shares: { commissionMinor: bigint; sellerMinor: bigint };
  /** When the time to send instructions ends. */
  requirementsEndAt: Date;
  guaranteeEndsAt: Date | undefined;
  clearsAt: Date | undefined;
  openExtension: Ask | undefined;
  openCancellation: Ask | undefined;
  openRefund: Ask | undefined;
  openAddition: Ask | undefined;
  /** What the buyer may add now, and what their balance (USD cents) can pay. */
  upgrades: UpgradeToAdd[];
  balanceMinor: bigint;
  /** Made anew with each page: the key of its forms. */
  key: string;
  now: Date;
  failure: FormFailure | undefined;
  /** The instructions as far as the buyer has written them, as the form has its fields. */
  draft: Record<string, string> | undefined;
  /** Whether the reader gets delivered pictures as they are, or as previews. */
  originals: boolean;
  /** How it stands with the reviews; undefined before it is complete. */
  reviews: Standing | undefined;
}

/** Reads an order's room for its page; NotFound for people outside it. */
export async function roomView(
  ctx: Ctx,
  orderId: string,
  made: { key: string; before?: bigint; failure?: FormFailure },
): Promise<RoomView> {
  const room = await getOrderRoom(ctx, orderId, { before: made.before });
  const { order, rules, asks } = room;
  const cards = await memberCards(ctx, [order.buyerId, order.sellerId]);
  const open = (kind: Ask['kind']) => asks.find((ask) => ask.kind === kind && ask.outcome === null);
  return {
    ...room,
    names: new Map([...cards].map(([id, card]) => [id, card.displayName])),
    handles: new Map([...cards].map(([id, card]) => [id, card.handle])),
    viewerId: ctx.actor.kind === 'member' ? ctx.actor.memberId : undefined,
    shares: sharesAfter(order, order.refundedMinor),
    requirementsEndAt: addHours(order.openedAt, rules.requirements.cancelAfterHours),
    guaranteeEndsAt: order.completedAt
      ? addDays(order.completedAt, rules.guaranteeDays + Number(order.frozenMs) / DAY_MS)
      : undefined,
    clearsAt: order.completedAt ? addDays(order.completedAt, order.clearingDays) : undefined,
    openExtension: open('extension'),
    openCancellation: open('cancellation'),
    openRefund: open('refund'),
    openAddition: open('addition'),
    ...(await purseOf(ctx, room)),
    key: made.key,
    now: ctx.clock.now(),
    failure: made.failure,
    draft: await draftOf(ctx, room),
    originals: canOpenOriginals(ctx.actor, order),
    reviews: await reviewStanding(ctx, order),
  };
}

async function draftOf(ctx: Ctx, { order, side }: OrderRoom): Promise<RoomView['draft']> {
  if (side !== 'buyer' || order.state !== 'awaiting_requirements') return undefined;
  const draft = await findRequirementsDraft(ctx, order.orderId);
  if (!draft) return undefined;
  const answers = Object.entries(draft.answers).map(([id, text]) => [`q-${id}`, text]);
  return { ...Object.fromEntries(answers), note: draft.note };
}

/** What a buyer may add, and with how much; nothing for others and in an order that takes nothing more. */
async function purseOf(
  ctx: Ctx,
  { order, side, can }: OrderRoom,
): Promise<Pick<RoomView, 'upgrades' | 'balanceMinor'>> {
  const upgrades =
    side === 'buyer' && can.has('add_upgrade') ? await listUpgradesToAdd(ctx, order) : [];
  const pays = upgrades.length > 0 || (side === 'buyer' && can.has('agree_addition'));
  const balanceMinor = pays ? spendable(await balancesOf(ctx, order.buyerId)).totalMinor : 0n;
  return { upgrades, balanceMinor };
}

/** Errors and values of one form of the room, when it came back refused. */
export function failureOf(
  view: RoomView,
  form: FormName,
): Pick<FormFailure, 'errors' | 'values'> | undefined {
  return view.failure?.form === form ? view.failure : undefined;
}
