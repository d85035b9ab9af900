import { Badge, type Tone, usePage } from '#ui';
import { ordersWords } from '../locales/index.ts';
import type { OrderState } from '../order-state.ts';

const TONES: Record<OrderState, Tone> = {
  awaiting_requirements: 'warn',
  in_progress: 'info',
  delivered: 'warn',
  completed: 'good',
  closed: 'good',
  cancelled: 'neutral',
  disputed: 'danger',
};

/** The state of an order in a word; late is said too. */
export function OrderStateBadge(props: { state: OrderState; late?: boolean }) {
  const words = ordersWords(usePage().reader);
  return (
    <>
      <Badge tone={TONES[props.state]}>{words.states[props.state]}</Badge>
      {props.late && (
        <>
          {' '}
          <Badge tone="danger" icon="clock">
            {words.late}
          </Badge>
        </>
      )}
    </>
  );
}
