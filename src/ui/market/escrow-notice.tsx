import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';

/** Where the money is and when it moves, in the tinted box with the shield. */
export function EscrowNotice(props: { icon?: IconName; children: ComponentChildren }) {
  return (
    <div class="escrow">
      <Icon name={props.icon ?? 'shield'} />
      <div>{props.children}</div>
    </div>
  );
}
