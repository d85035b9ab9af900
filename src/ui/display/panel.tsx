import type { ComponentChildren } from 'preact';

export interface PanelProps {
  title?: ComponentChildren;
  /** Beside the title: a link or a small button. */
  action?: ComponentChildren;
  /** Heading level (default 2). */
  level?: 2 | 3;
  id?: string;
  class?: string;
  children: ComponentChildren;
}

/** A white surface that holds one subject. */
export function Panel({ title, action, level = 2, id, class: extra, children }: PanelProps) {
  const Heading = `h${level}` as const;
  return (
    <section id={id} class={extra ? `panel ${extra}` : 'panel'}>
      {(title || action) && (
        <div class="panel-head">
          {title && <Heading class="panel-title">{title}</Heading>}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** A question with its answer folded under it. */
export function Disclosure(props: {
  summary: ComponentChildren;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="disclosure" open={props.open}>
      <summary>{props.summary}</summary>
      <div class="disclosure-body">{props.children}</div>
    </details>
  );
}
