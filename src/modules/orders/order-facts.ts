import { defineFact } from '#platform/facts';
import type { Reminder } from './moves/order-clocks.ts';
import type { Act, OrderFactName, Party } from './order.ts';

/** Ids of an order and its two sides: what every fact of an order carries. */
export interface OrderIds {
  orderId: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
}

/** What moved an order: the act, and which side (or the clock) did it. */
export interface OrderMoveFact extends OrderIds {
  act: Act;
  by: Party;
  /** Whether a delivery stood in the order when it happened. */
  afterDelivery: boolean;
  /** Which side asked, where the act answers a question. */
  askedBy?: 'buyer' | 'seller';
  days?: number;
  /** USD cents, where the act is about a sum that was asked for or paid. */
  amountMinor?: string;
}

/** Written by orders.open in the one round trip of a purchase. */
export const orderOpened = defineFact<OrderIds>('orders.order-opened');
export const requirementsGiven = defineFact<OrderMoveFact>('orders.requirements-given');
const sellerSpoke = defineFact<OrderMoveFact>('orders.seller-spoke');
export const orderDelivered = defineFact<OrderMoveFact>('orders.delivered');
export const changesAsked = defineFact<OrderMoveFact>('orders.changes-asked');
export const orderCompleted = defineFact<OrderMoveFact>('orders.order-completed');
export const acceptanceProlonged = defineFact<OrderMoveFact>('orders.acceptance-prolonged');
export const orderCancelled = defineFact<OrderMoveFact>('orders.order-cancelled');
export const extensionAsked = defineFact<OrderMoveFact>('orders.extension-asked');
export const extensionAnswered = defineFact<OrderMoveFact>('orders.extension-answered');
export const cancellationAsked = defineFact<OrderMoveFact>('orders.cancellation-asked');
export const cancellationEnded = defineFact<OrderMoveFact>('orders.cancellation-ended');
export const refundAsked = defineFact<OrderMoveFact>('orders.refund-asked');
export const refundEnded = defineFact<OrderMoveFact>('orders.refund-ended');
export const refundAgreed = defineFact<OrderMoveFact>('orders.refund-agreed');
export const disputeOpened = defineFact<OrderMoveFact>('orders.dispute-opened');
export const disputeWithdrawn = defineFact<OrderMoveFact>('orders.dispute-withdrawn');
export const disputeAnswered = defineFact<OrderMoveFact>('orders.dispute-answered');
export const splitProposed = defineFact<OrderMoveFact>('orders.split-proposed');
export const splitAccepted = defineFact<OrderMoveFact>('orders.split-accepted');
export const splitAppealed = defineFact<OrderMoveFact>('orders.split-appealed');
export const disputeEnded = defineFact<OrderMoveFact>('orders.dispute-ended');
export const additionProposed = defineFact<OrderMoveFact>('orders.addition-proposed');
export const additionEnded = defineFact<OrderMoveFact>('orders.addition-ended');
export const additionPaid = defineFact<OrderMoveFact>('orders.addition-paid');
export const partDelivered = defineFact<OrderMoveFact>('orders.part-delivered');
export const orderClosed = defineFact<OrderMoveFact>('orders.order-closed');

export interface ReminderFact extends OrderIds {
  reminder: Reminder;
  who: 'buyer' | 'seller' | 'both' | 'other';
  /** Who is meant by `other`: the side that did not ask. */
  otherThan?: 'buyer' | 'seller';
  /** When what the reminder warns of happens. */
  at: string;
}
export const reminderDue = defineFact<ReminderFact>('orders.reminder-due');

export interface MessageFact extends OrderIds {
  messageId: string;
  senderId: string;
  recipientId: string;
}
export const orderMessageSent = defineFact<MessageFact>('orders.message-sent');

/** The fact of each name in the table. */
export const ORDER_FACTS = {
  'requirements-given': requirementsGiven,
  'seller-spoke': sellerSpoke,
  delivered: orderDelivered,
  'changes-asked': changesAsked,
  'order-completed': orderCompleted,
  'acceptance-prolonged': acceptanceProlonged,
  'order-cancelled': orderCancelled,
  'extension-asked': extensionAsked,
  'extension-answered': extensionAnswered,
  'cancellation-asked': cancellationAsked,
  'cancellation-ended': cancellationEnded,
  'order-closed': orderClosed,
  'refund-asked': refundAsked,
  'refund-ended': refundEnded,
  'refund-agreed': refundAgreed,
  'dispute-opened': disputeOpened,
  'dispute-withdrawn': disputeWithdrawn,
  'dispute-answered': disputeAnswered,
  'split-proposed': splitProposed,
  'split-accepted': splitAccepted,
  'split-appealed': splitAppealed,
  'dispute-ended': disputeEnded,
  'addition-proposed': additionProposed,
  'addition-ended': additionEnded,
  'addition-paid': additionPaid,
  'part-delivered': partDelivered,
} satisfies Record<OrderFactName, unknown>;
