import type { ComponentChildren } from 'preact';

/** Text whose direction is its own: names, titles, file names, order numbers, emails. */
export function Bdi(props: { children: ComponentChildren; dir?: 'ltr' | 'rtl'; class?: string }) {
  return (
    <bdi dir={props.dir} class={props.class}>
      {props.children}
    </bdi>
  );
}
