import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';

export interface NextActionProps {
  /** Whose turn it is. */
  turn: 'yours' | 'theirs' | 'nobody';
  title: ComponentChildren;
  icon?: IconName;
  /** The one primary button, and what else may be done. */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/** What happens next and whose turn it is, at the head of an order. */
export function NextAction({ turn, title, icon, actions, children }: NextActionProps) {
  const fallback: IconName =
    turn === 'yours' ? 'arrow-right' : turn === 'theirs' ? 'clock' : 'circle-check';
  return (
    <section class={`next-action next-${turn}`}>
      <h2 class="next-title">
        <Icon name={icon ?? fallback} />
        <span>{title}</span>
      </h2>
      {children && <div class="next-text">{children}</div>}
      {actions && <div class="next-buttons">{actions}</div>}
    </section>
  );
}
