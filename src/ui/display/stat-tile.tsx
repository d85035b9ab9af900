import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import type { Tone } from './tone.ts';

export interface StatTileProps {
  label: string;
  value: ComponentChildren;
  /** A sentence under the figure: since when, compared to what. */
  note?: ComponentChildren;
  tone?: Tone;
  icon?: IconName;
}

/** One figure with its name. Put several in a `StatRow`. */
export function StatTile({ label, value, note, tone = 'neutral', icon }: StatTileProps) {
  return (
    <div class={`stat stat-${tone}`}>
      <dt class="stat-label">
        {icon && <Icon name={icon} />}
        {label}
      </dt>
      <dd class="stat-value">{value}</dd>
      {note && <dd class="stat-note">{note}</dd>}
    </div>
  );
}

/** Figures side by side. */
export function StatRow(props: { children: ComponentChildren }) {
  return <dl class="stat-row">{props.children}</dl>;
}
