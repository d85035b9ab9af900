import { usePage } from '../page-context.tsx';
import { Icon } from '../icons/icon.tsx';
import { type ButtonLook, buttonClass } from './button.tsx';

export interface LinkButtonProps extends ButtonLook {
  /** A path of this site without language prefix, or a whole address. */
  href: string;
  class?: string;
  rel?: string;
  'aria-label'?: string;
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton(props: LinkButtonProps) {
  const { kind, size, block, icon, children, href, class: extra, ...rest } = props;
  const page = usePage();
  return (
    <a href={page.href(href)} class={buttonClass({ kind, size, block }, extra)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
