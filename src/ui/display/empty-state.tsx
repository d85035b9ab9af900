import type { ComponentChildren } from 'preact';
import { Khatam } from '../icons/khatam.tsx';

export interface EmptyStateProps {
  title: string;
  /** Why it is empty and what to do. */
  children?: ComponentChildren;
  action?: ComponentChildren;
  /** Heading level (default 2). */
  level?: 1 | 2 | 3;
}

/** Nothing here yet: says why, and offers the next step. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="empty">
      <Khatam class="empty-star" />
      <Heading class="empty-title">{title}</Heading>
      {children && <div class="empty-text">{children}</div>}
      {action}
    </div>
  );
}
