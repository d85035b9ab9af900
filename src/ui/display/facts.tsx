import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';

/** Short facts with icons, two in a row: delivery time, changes, orders done. */
export function IconFacts(props: {
  items: readonly { icon: IconName; text: ComponentChildren }[];
}) {
  return (
    <ul class="icon-facts">
      {props.items.map((item) => (
        <li key={item.icon}>
          <Icon name={item.icon} />
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** Names with their values, one a line: «الخدمة … $15.00». */
export function DetailList(props: {
  items: readonly { label: ComponentChildren; value: ComponentChildren; total?: boolean }[];
}) {
  return (
    <dl class="details">
      {props.items.map((item, index) => (
        <div key={index} class={item.total ? 'details-row details-total' : 'details-row'}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
