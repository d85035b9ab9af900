import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons/icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonLook {
  /** One `primary` a page: the next action. */
  kind?: ButtonKind;
  size?: 'normal' | 'small' | 'large';
  /** As wide as its place. */
  block?: boolean;
  icon?: IconName;
  children?: ComponentChildren;
}

/** The classes of something that looks like a button. */
export function buttonClass(look: ButtonLook, extra?: string): string {
  const names = ['btn', `btn-${look.kind ?? 'primary'}`];
  if (look.size && look.size !== 'normal') names.push(`btn-${look.size}`);
  if (look.block) names.push('btn-block');
  if (extra) names.push(extra);
  return names.join(' ');
}

export interface ButtonProps extends ButtonLook {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  id?: string;
  disabled?: boolean;
  /** Submits a form elsewhere on the page. */
  form?: string;
  /** Submits to another address than the form's own (already with its prefix). */
  formAction?: string;
  formMethod?: 'post';
  formNoValidate?: boolean;
  class?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-pressed'?: 'true' | 'false';
  popovertarget?: string;
  [data: `data-${string}`]: string | undefined;
}

/** A button; a verb stands on it. Submits its form unless told otherwise. */
export function Button(props: ButtonProps) {
  const { kind, size, block, icon, children, class: extra, type = 'submit', ...rest } = props;
  return (
    <button
      type={type}
      class={buttonClass({ kind, size, block }, extra)}
      {...(rest as ButtonHTMLAttributes<HTMLButtonElement>)}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
