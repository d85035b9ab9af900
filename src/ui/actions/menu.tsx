import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePage } from '../page-context.tsx';

export interface MenuProps {
  /** Unique on the page. */
  id: string;
  /** What opens it. */
  button: ComponentChildren;
  /** Its name for people who do not see the button. */
  label: string;
  buttonClass?: string;
  children: ComponentChildren;
}

/** A list of things to go to or do, by the popover API: works without JavaScript, Esc closes it. */
export function Menu({ id, button, label, buttonClass = 'icon-btn', children }: MenuProps) {
  return (
    <div class="menu">
      <button type="button" class={buttonClass} popovertarget={id} aria-label={label}>
        {button}
      </button>
      <div id={id} popover="auto" class="menu-list">
        {children}
      </div>
    </div>
  );
}

/** One entry that goes somewhere. */
export function MenuLink(props: {
  href: string;
  icon?: IconName;
  children: ComponentChildren;
  hreflang?: string;
}) {
  return (
    <a class="menu-item" href={usePage().href(props.href)}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}
