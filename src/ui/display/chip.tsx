import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePage } from '../page-context.tsx';

export interface ChipProps {
  /** A chip with an address is a link; without, a word. */
  href?: string;
  icon?: IconName;
  current?: boolean;
  children: ComponentChildren;
}

/** A round pill: a category, a tag, a filter. */
export function Chip({ href, icon, current, children }: ChipProps) {
  const page = usePage();
  const body = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (href === undefined) return <span class="chip">{body}</span>;
  return (
    <a class="chip" href={page.href(href)} aria-current={current ? 'page' : undefined}>
      {body}
    </a>
  );
}

/** A row of chips that scrolls sideways on a phone; `scroll={false}` wraps instead. */
export function ChipRow(props: { label?: string; scroll?: boolean; children: ComponentChildren }) {
  const classes = props.scroll === false ? 'chip-row' : 'chip-row chip-row-scroll';
  return (
    <div class={classes} role={props.label ? 'group' : undefined} aria-label={props.label}>
      {props.children}
    </div>
  );
}
