import { Marked } from '#ui';
import type { ContactPart } from '../contact/contact-part.ts';

/** A text as it was written, with what is masked of it marked. */
export function ContactText(props: { text: string; parts: readonly ContactPart[] }) {
  return (
    <p class="user-text" dir="auto">
      <Marked text={props.text} marks={props.parts.map(({ from, to }) => [from, to] as const)} />
    </p>
  );
}
