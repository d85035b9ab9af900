import { DateTime } from '../text/date-time.tsx';

export interface ProgressStep {
  label: string;
  state: 'done' | 'current' | 'next' | 'stopped';
  at?: Date;
}

/** The steps of an order from payment to the end, on one line. */
export function OrderProgress(props: { label: string; steps: readonly ProgressStep[] }) {
  return (
    <ol class="progress" aria-label={props.label}>
      {props.steps.map((step) => (
        <li
          key={step.label}
          class={`progress-step progress-${step.state}`}
          aria-current={step.state === 'current' || step.state === 'stopped' ? 'step' : undefined}
        >
          <span class="progress-dot" />
          <span class="progress-label">{step.label}</span>
          {step.at && <DateTime at={step.at} style="short" class="progress-at" />}
        </li>
      ))}
    </ol>
  );
}
