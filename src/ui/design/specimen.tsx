import type { ComponentChildren } from 'preact';

/** One component with its name on the components page. */
export function Specimen(props: { name: string; children: ComponentChildren }) {
  return (
    <section class="section" id={props.name.replace(/[^\w]+/g, '-').toLowerCase()}>
      <div class="section-head">
        <h2 dir="ltr" lang="en">
          {props.name}
        </h2>
      </div>
      {props.children}
    </section>
  );
}
