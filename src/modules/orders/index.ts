export { addUpgrade } from './additions/add-upgrade.ts';
export { answerAddition } from './additions/answer-addition.ts';
export { proposeAddition } from './additions/propose-addition.ts';
export { listUpgradesToAdd } from './additions/upgrades-to-add.ts';
export { withdrawAddition } from './additions/withdraw-addition.ts';
export { answerCancellation } from './cancellations/answer-cancellation.ts';
export { askCancellation } from './cancellations/ask-cancellation.ts';
export { cancelOrder } from './cancellations/cancel-order.ts';
export { withdrawCancellation } from './cancellations/withdraw-cancellation.ts';
export { acceptDelivery } from './deliveries/accept-delivery.ts';
export { askForChange } from './deliveries/ask-for-change.ts';
export { deliver } from './deliveries/deliver.ts';
export { deliverPart } from './deliveries/deliver-part.ts';
export { prolongAcceptance } from './deliveries/prolong-acceptance.ts';
export { answerExtension } from './extensions/answer-extension.ts';
export { askExtension } from './extensions/ask-extension.ts';
export { acceptSplit } from './disputes/accept-split.ts';
export { answerDispute } from './disputes/answer-dispute.ts';
export { appealSplit } from './disputes/appeal-split.ts';
export { decideAppeal } from './disputes/decide-appeal.ts';
export { CHECKS, type Complaint, COMPLAINTS } from './disputes/dispute.ts';
export { openDispute } from './disputes/open-dispute.ts';
export { proposeSplit } from './disputes/propose-split.ts';
export { withdrawDispute } from './disputes/withdraw-dispute.ts';
export { answerRefund } from './refunds/answer-refund.ts';
export { askRefund } from './refunds/ask-refund.ts';
export { withdrawRefund } from './refunds/withdraw-refund.ts';
export { countRunning } from './count-running.ts';
export { getOrder } from './get-order.ts';
export { openOrder, orderJson, type OrderToOpen } from './life-cycle/open-order.ts';
export { submitRequirements } from './life-cycle/submit-requirements.ts';
export { firstReminderAt } from './moves/order-clocks.ts';
export { orderRulesAt } from './moves/order-rules.ts';
export { ordersDiagram } from './moves/orders-diagram.ts';
export { GuardRefused, OrderMoved } from './order-errors.ts';
export { escrowCheck, guaranteeCheck, splitsCheck } from './order-escrow.report.ts';
export * from './order-facts.ts';
export {
  completedByService,
  countOrders,
  listOrders,
  listOrdersById,
  type OrderFigures,
  orderFigures,
} from './order-lists.ts';
export { sharesOf } from './order-money.ts';
export { orderPath, orderTopic } from './order-paths.ts';
export type { Order, OrderItem, OrderQuestion } from './order-row.ts';
export { findPurchase } from './order-store.ts';
export { ORDER_STATES, type OrderState, TRANSITIONS } from './order.ts';
export { markOrderRead } from './talk/mark-order-read.ts';
export type { IncomingFile } from './talk/order-files.ts';
export { getOrderRoom, type OrderRoom } from './talk/order-room.ts';
export { openOrderFile } from './talk/open-order-file.ts';
export { sendOrderMessage } from './talk/send-order-message.ts';
export { sweepOrderTimers } from './timers/sweep-order-timers.ts';
