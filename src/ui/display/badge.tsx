import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import type { Tone } from './tone.ts';

/** A small label of a state or level: «بائع موثوق», «قيد التنفيذ». */
export function Badge(props: { tone?: Tone; icon?: IconName; children: ComponentChildren }) {
  return (
    <span class={`badge badge-${props.tone ?? 'info'}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}
