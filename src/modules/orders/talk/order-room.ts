import { actorName, type Ctx } from '#platform/context';
import { findThread, listMessages, type ThreadMessage } from '#messaging';
import { sql } from 'kysely';
import { findDispute } from '../disputes/dispute.ts';
import { getOrder } from '../get-order.ts';
import type { Answer } from '../life-cycle/submit-requirements.ts';
import { canTake } from '../moves/find-transition.ts';
import { type Ask, listAsks } from '../moves/order-asks.ts';
import type { Situation } from '../moves/order-guards.ts';
import { type OrderRules, orderRulesAt } from '../moves/order-rules.ts';
import { partyOf } from '../order-policy.ts';
import type { Order } from '../order-row.ts';
import { type Act, type OrderState, type Party, TRANSITIONS } from '../order.ts';
import { listOrderFiles, type OrderFile } from './order-files.ts';

export interface HistoryEntry {
  seq: bigint;
  at: Date;
  /** Member id or `system:name`. */
  actor: string;
  party: 'buyer' | 'seller' | 'staff' | 'clock' | 'system';
  act: Act | 'open';
  fromState: OrderState | null;
  toState: OrderState;
  details: Record<string, unknown> | null;
}

export interface Delivery {
  deliveryId: string;
  /** A part of the work, handed in while it went on; numbered apart. */
  part: boolean;
  number: number;
  note: string;
  aiUsed: boolean;
  /** What machine help was used for. */
  aiNote: string;
  at: Date;
}

export interface ChangeRequest {
  number: number;
  body: string;
  at: Date;
}

/** Everything one sees in an order's room. */
export interface OrderRoom {
  order: Order;
  /** The reader's side; undefined for staff. */
  side: 'buyer' | 'seller' | undefined;
  rules: OrderRules;
  requirements: { answers: Answer[]; note: string; at: Date } | undefined;
  deliveries: Delivery[];
  changeRequests: ChangeRequest[];
  asks: Ask[];
  files: OrderFile[];
  messages: ThreadMessage[];
  /** Set when there are messages before these: the place to read on from. */
  olderBefore: bigint | undefined;
  threadId: string | undefined;
  history: HistoryEntry[];
  /** What the reader may do now: decided by the one table. */
  can: ReadonlySet<Act>;
}

/** How many messages the room shows at once. */
const MESSAGES = 80;

/** The room of an order for whoever may read it; NotFound for everybody else (SPEC 5.11). */
export async function getOrderRoom(
  ctx: Ctx,
  orderId: string,
  page: { before?: bigint } = {},
): Promise<OrderRoom> {
  const order = await getOrder(ctx, orderId);
  const party = partyOf(ctx.actor, order);
  const [rules, asks, threadId, files, history, requirements, deliveries, changeRequests] =
    await Promise.all([
      orderRulesAt(ctx, order.openedAt),
      listAsks(ctx, orderId),
      findThread(ctx, { kind: 'order', id: orderId }),
      listOrderFiles(ctx, orderId),
      listHistory(ctx, orderId),
      findRequirements(ctx, orderId),
      listDeliveries(ctx, orderId),
      listChangeRequests(ctx, orderId),
    ]);
  const readPast = party !== 'buyer' && party !== 'seller';
  const messages = threadId
    ? await listMessages(ctx, { threadId, before: page.before, limit: MESSAGES + 1, readPast })
    : [];
  const older = messages.length > MESSAGES;
  const shown = older ? messages.slice(1) : messages;
  const open = asks.filter((ask) => ask.outcome === null);
  const dispute = order.state === 'disputed' ? await findDispute(ctx, orderId) : undefined;
  const actorId = actorName(ctx);
  const situation = { order, now: ctx.clock.now(), rules, asks: open, dispute, actorId };
  return {
    order,
    side: party === 'buyer' || party === 'seller' ? party : undefined,
    rules,
    requirements,
    deliveries,
    changeRequests,
    asks,
    files,
    messages: shown,
    olderBefore: older ? shown[0]?.seq : undefined,
    threadId,
    history,
    can: party === undefined ? new Set() : actsOpenTo(party, situation),
  };
}

function actsOpenTo(party: Party, situation: Omit<Situation, 'party'>): Set<Act> {
  const acts = new Set(TRANSITIONS.map((row) => row.act));
  return new Set([...acts].filter((act) => canTake(act, { ...situation, party })));
}

/** Who did what when, oldest first; append-only, at most 500 rows. Its reader has been let in. */
export async function listHistory(ctx: Ctx, orderId: string): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select seq, at, actor, party, act, from_state as "fromState", to_state as "toState", details
    from orders.history where order_id = ${orderId} order by seq limit 500`.execute(ctx.db);
  return rows;
}

async function findRequirements(ctx: Ctx, orderId: string): Promise<OrderRoom['requirements']> {
  const { rows } = await sql<{ answers: Answer[]; note: string; at: Date }>`
    select answers, note, at from orders.requirements where order_id = ${orderId}`.execute(ctx.db);
  return rows[0];
}

async function listDeliveries(ctx: Ctx, orderId: string): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select id as "deliveryId", part, number, note, ai_used as "aiUsed", ai_note as "aiNote", at
    from orders.deliveries where order_id = ${orderId} order by at, part desc, number limit 100`.execute(
    ctx.db,
  );
  return rows;
}

async function listChangeRequests(ctx: Ctx, orderId: string): Promise<ChangeRequest[]> {
  const { rows } = await sql<ChangeRequest>`
    select number, body, at from orders.change_requests
    where order_id = ${orderId} order by number limit 100`.execute(ctx.db);
  return rows;
}
