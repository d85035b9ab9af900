import { Khatam, Wrap } from '#ui';
import type { ComponentChildren } from 'preact';

/** A quiet page of one form: the star, what it is for, the form, and where else to go. */
export function AuthCard(props: {
  title: string;
  lead?: string;
  foot?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <Wrap narrow>
      <section class="panel auth-card">
        <div class="auth-head">
          <Khatam class="auth-star" />
          <h1>{props.title}</h1>
          {props.lead && <p class="mute">{props.lead}</p>}
        </div>
        {props.children}
      </section>
      {props.foot && <p class="auth-foot">{props.foot}</p>}
    </Wrap>
  );
}
