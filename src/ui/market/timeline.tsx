import type { ComponentChildren } from 'preact';
import type { DateStyle } from '#platform/i18n';
import type { Tone } from '../display/tone.ts';
import { Icon, type IconName } from '../icons/icon.tsx';
import { DateTime } from '../text/date-time.tsx';

export interface TimelineItem {
  key: string;
  at: Date;
  /** What happened, in a sentence. */
  what: ComponentChildren;
  who?: string;
  icon?: IconName;
  tone?: Tone;
}

/** Who did what and when, in order. */
export function Timeline(props: {
  items: readonly TimelineItem[];
  style?: DateStyle | 'relative';
}) {
  return (
    <ol class="timeline">
      {props.items.map((item) => (
        <li key={item.key} class={`timeline-item timeline-${item.tone ?? 'neutral'}`}>
          <span class="timeline-mark">{item.icon && <Icon name={item.icon} />}</span>
          <div>
            <p class="timeline-what">{item.what}</p>
            <p class="timeline-when">
              {item.who && (
                <>
                  <bdi>{item.who}</bdi> ·{' '}
                </>
              )}
              <DateTime at={item.at} style={props.style ?? 'weekdayDateTime'} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
