import { OrderProgress, type ProgressStep, usePage } from '#ui';
import { ordersWords } from '../locales/index.ts';
import type { Order } from '../order-row.ts';
import type { OrderState } from '../order-state.ts';

const REACHED: Record<Exclude<OrderState, 'disputed'>, number> = {
  awaiting_requirements: 1,
  in_progress: 2,
  delivered: 3,
  completed: 5,
  closed: 5,
  cancelled: 0,
};

/** From payment to completion on one line; a cancelled order stops where it stopped. */
export function OrderSteps({ order }: { order: Order }) {
  const words = ordersWords(usePage().reader).steps;
  const steps: { label: string; at: Date | null }[] = [
    { label: words.paid, at: order.openedAt },
    { label: words.requirements, at: order.requirementsAt },
    { label: words.work, at: null },
    { label: words.acceptance, at: order.deliveredAt },
    { label: words.completed, at: order.completedAt },
  ];
  if (order.state === 'cancelled') {
    const done = steps.filter((step) => step.at !== null);
    const stopped: ProgressStep[] = done.map((step) => ({
      label: step.label,
      state: 'done',
      at: step.at ?? undefined,
    }));
    stopped.push({ label: words.cancelled, state: 'stopped', at: order.cancelledAt ?? undefined });
    return <OrderProgress label={words.label} steps={stopped} />;
  }
  const current = reachedBy(order);
  return (
    <OrderProgress
      label={words.label}
      steps={steps.map((step, index) => ({
        label: step.label,
        state: stepState(index, current),
        at: index < current ? (step.at ?? undefined) : undefined,
      }))}
    />
  );
}

/** A dispute leaves an order where it stood. */
function reachedBy({ state, completedAt, deliveredAt }: Order): number {
  if (state !== 'disputed') return REACHED[state];
  if (completedAt !== null) return REACHED.completed;
  return deliveredAt === null ? REACHED.in_progress : REACHED.delivered;
}

function stepState(index: number, current: number): ProgressStep['state'] {
  if (index < current) return 'done';
  return index === current ? 'current' : 'next';
}
