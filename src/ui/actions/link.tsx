import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.tsx';

export interface LinkProps {
  /** A path of this site without language prefix, or a whole address. */
  href: string;
  children: ComponentChildren;
  class?: string;
  rel?: string;
  'aria-label'?: string;
  'aria-current'?: 'page' | 'true' | 'step';
}

/** A link in the reader's language. */
export function Link({ href, children, ...rest }: LinkProps) {
  return (
    <a href={usePage().href(href)} {...rest}>
      {children}
    </a>
  );
}
