import type { OrderState } from './order.ts';

/** What was bought, line by line, as it was at payment; what was added later follows. */
export interface OrderItem {
  /** An extra is what the seller proposed while the work went on. */
  kind: 'service' | 'upgrade' | 'extra';
  title: string;
  unitPriceMinor: bigint;
  quantity: number;
  daysDelta: number;
  upgradeId?: string;
  /** What was agreed, of a custom offer or of an extra. */
  note?: string;
  /** Set when the line was added and paid for while the order ran. */
  additionId?: string;
}

/** A question of the service to its buyer, as it was at payment. */
export interface OrderQuestion {
  questionId: string;
  kind: 'text' | 'choice' | 'file';
  label: string;
  required: boolean;
  choices?: string[];
}

/** An order: what was bought under which rules, and where it stands. Sums are USD cents. */
export interface Order {
  orderId: string;
  /** For people: 7F3K-92QD. */
  code: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
  serviceVersion: number;
  title: string;
  items: OrderItem[];
  questions: OrderQuestion[];
  priceMinor: bigint;
  feeMinor: bigint;
  commissionBps: number;
  clearingDays: number;
  deliveryDays: number;
  changesIncluded: number;
  state: OrderState;
  version: number;
  openedAt: Date;
  movedAt: Date;
  requirementsAt: Date | null;
  sellerSpokeAt: Date | null;
  dueAt: Date | null;
  firstDeliveredAt: Date | null;
  deliveredAt: Date | null;
  acceptanceEndsAt: Date | null;
  prolonged: boolean;
  changesUsed: number;
  /** How often a part was handed in while the work went on. */
  partsDelivered: number;
  extensionsAsked: number;
  /** How much of the price has gone back to the buyer by a split. */
  refundedMinor: bigint;
  disputedAt: Date | null;
  /** How long the clocks stood still while a withdrawn dispute was open. */
  frozenMs: bigint;
  completedAt: Date | null;
  cancelledAt: Date | null;
  closedAt: Date | null;
}

/** A row of orders.orders as the driver gives it. */
export interface OrderRow {
  id: string;
  code: string;
  buyer_id: string;
  seller_id: string;
  service_id: string;
  service_version: number;
  title: string;
  items: ItemJson[];
  questions: OrderQuestion[];
  price_minor: bigint;
  fee_minor: bigint;
  commission_bps: number;
  clearing_days: number;
  delivery_days: number;
  changes_included: number;
  state: OrderState;
  version: number;
  opened_at: Date;
  moved_at: Date;
  requirements_at: Date | null;
  seller_spoke_at: Date | null;
  due_at: Date | null;
  first_delivered_at: Date | null;
  delivered_at: Date | null;
  acceptance_ends_at: Date | null;
  prolonged: boolean;
  changes_used: number;
  parts_delivered: number;
  extensions_asked: number;
  refunded_minor: bigint;
  disputed_at: Date | null;
  frozen_ms: bigint;
  completed_at: Date | null;
  cancelled_at: Date | null;
  closed_at: Date | null;
}

/** An item as it stands in jsonb: amounts are whole cents, far below 2^53. */
export interface ItemJson {
  kind: OrderItem['kind'];
  title: string;
  unit_price_minor: number;
  quantity: number;
  days_delta: number;
  upgrade_id?: string;
  note?: string;
  addition_id?: string;
}

/** The order of a row. */
export function orderOf(row: OrderRow): Order {
  return {
    orderId: row.id,
    code: row.code,
    buyerId: row.buyer_id,
    sellerId: row.seller_id,
    serviceId: row.service_id,
    serviceVersion: row.service_version,
    title: row.title,
    items: row.items.map(itemOf),
    questions: row.questions,
    priceMinor: row.price_minor,
    feeMinor: row.fee_minor,
    commissionBps: row.commission_bps,
    clearingDays: row.clearing_days,
    deliveryDays: row.delivery_days,
    changesIncluded: row.changes_included,
    state: row.state,
    version: row.version,
    openedAt: row.opened_at,
    movedAt: row.moved_at,
    requirementsAt: row.requirements_at,
    sellerSpokeAt: row.seller_spoke_at,
    dueAt: row.due_at,
    firstDeliveredAt: row.first_delivered_at,
    deliveredAt: row.delivered_at,
    acceptanceEndsAt: row.acceptance_ends_at,
    prolonged: row.prolonged,
    changesUsed: row.changes_used,
    partsDelivered: row.parts_delivered,
    extensionsAsked: row.extensions_asked,
    refundedMinor: row.refunded_minor,
    disputedAt: row.disputed_at,
    frozenMs: row.frozen_ms,
    completedAt: row.completed_at,
    cancelledAt: row.cancelled_at,
    closedAt: row.closed_at,
  };
}

function itemOf(item: ItemJson): OrderItem {
  return {
    kind: item.kind,
    title: item.title,
    unitPriceMinor: BigInt(item.unit_price_minor),
    quantity: item.quantity,
    daysDelta: item.days_delta,
    upgradeId: item.upgrade_id,
    ...(item.note === undefined ? {} : { note: item.note }),
    ...(item.addition_id === undefined ? {} : { additionId: item.addition_id }),
  };
}

/** The item as orders.open takes it. */
export function itemJson(item: OrderItem): ItemJson {
  return {
    kind: item.kind,
    title: item.title,
    unit_price_minor: Number(item.unitPriceMinor),
    quantity: item.quantity,
    days_delta: item.daysDelta,
    ...(item.upgradeId ? { upgrade_id: item.upgradeId } : {}),
    ...(item.note ? { note: item.note } : {}),
    ...(item.additionId ? { addition_id: item.additionId } : {}),
  };
}

/** The lines that were added while the order ran. */
export function addedLines(order: Pick<Order, 'items'>): OrderItem[] {
  return order.items.filter((item) => item.additionId !== undefined);
}
