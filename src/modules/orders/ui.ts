export { MoneyBox, type MoneyBoxProps } from './fragments/money-box.tsx';
export { OrderStateBadge } from './fragments/order-state-badge.tsx';
export { OrderSteps } from './fragments/order-steps.tsx';
export { OrderTimeline, type OrderTimelineProps } from './fragments/order-timeline.tsx';
