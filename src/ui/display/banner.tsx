import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import type { Tone } from './tone.ts';

const ICONS: Record<Tone, IconName> = {
  neutral: 'info',
  info: 'info',
  good: 'circle-check',
  warn: 'triangle-alert',
  danger: 'circle-alert',
};

export interface BannerProps {
  tone?: Tone;
  title?: ComponentChildren;
  icon?: IconName;
  /** A button or link that answers it. */
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** Something the reader should know on this page. */
export function Banner({ tone = 'info', title, icon, action, children }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`}>
      <Icon name={icon ?? ICONS[tone]} />
      <div class="banner-body">
        {title && <p class="banner-title">{title}</p>}
        {children}
      </div>
      {action && <div class="banner-action">{action}</div>}
    </div>
  );
}
