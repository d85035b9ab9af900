import type { ComponentChildren } from 'preact';

/** The width that content keeps to; `narrow` for forms and long reading. */
export function Wrap(props: { narrow?: boolean; class?: string; children: ComponentChildren }) {
  const classes = ['wrap', props.narrow && 'wrap-narrow', props.class].filter(Boolean).join(' ');
  return <div class={classes}>{props.children}</div>;
}

export interface PageHeadProps {
  title: ComponentChildren;
  /** A line under the title. */
  lead?: ComponentChildren;
  /** Breadcrumbs above it. */
  crumbs?: ComponentChildren;
  /** Buttons at the end of the line. */
  actions?: ComponentChildren;
}

/** The page's `<h1>` with what stands around it. */
export function PageHead({ title, lead, crumbs, actions }: PageHeadProps) {
  return (
    <div class="page-head">
      {crumbs}
      <div class="page-head-row">
        <h1>{title}</h1>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
    </div>
  );
}

/**
 * Content beside a box that stays in sight. On a phone the box follows the content, leads it
 * (`asideFirst`), or stands between `lead` (the gallery) and the rest.
 */
export function WithAside(props: {
  aside: ComponentChildren;
  lead?: ComponentChildren;
  asideFirst?: boolean;
  /** The side box stands at the start, as filters do. */
  asideStart?: boolean;
  children: ComponentChildren;
}) {
  const classes = [
    'with-aside',
    props.lead && 'has-lead',
    props.asideFirst && 'aside-first',
    props.asideStart && 'aside-start',
  ];
  const aside = <aside class="aside">{props.aside}</aside>;
  // What stands above comes first in the text too: put there later, it would push the rest down.
  const before = props.lead !== undefined || props.asideFirst;
  return (
    <div class={classes.filter(Boolean).join(' ')}>
      {props.lead && <div class="lead-part">{props.lead}</div>}
      {before && aside}
      <div class="beside">{props.children}</div>
      {!before && aside}
    </div>
  );
}

/** A part of a page, with its heading and a link to all of it; `tight` stands close to what is above. */
export function Section(props: {
  title?: ComponentChildren;
  action?: ComponentChildren;
  tight?: boolean;
  id?: string;
  children: ComponentChildren;
}) {
  return (
    <section class={props.tight ? 'section section-tight' : 'section'} id={props.id}>
      {props.title && (
        <div class="section-head">
          <h2>{props.title}</h2>
          {props.action}
        </div>
      )}
      {props.children}
    </section>
  );
}

/** Things under each other with even space (`gap` in 4 px steps: 2, 4, 6). */
export function Stack(props: { gap?: 2 | 4 | 6; children: ComponentChildren }) {
  return <div class={`stack stack-${props.gap ?? 4}`}>{props.children}</div>;
}

/** Things in a line that wraps: buttons, badges. */
export function Row(props: { between?: boolean; children: ComponentChildren }) {
  return <div class={props.between ? 'row row-between' : 'row'}>{props.children}</div>;
}

/** The deep teal face of the home page, with the khatam pattern. */
export function Hero(props: {
  title: ComponentChildren;
  lead?: ComponentChildren;
  children?: ComponentChildren;
}) {
  return (
    <div class="hero">
      <div class="wrap hero-body">
        <h1 class="hero-title">{props.title}</h1>
        {props.lead && <p class="hero-lead">{props.lead}</p>}
        {props.children}
      </div>
    </div>
  );
}
