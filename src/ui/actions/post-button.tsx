import { Button, type ButtonLook } from './button.tsx';
import { Form } from './form.tsx';

export interface PostButtonProps extends ButtonLook {
  /** Where the one-button form posts to. */
  action: string;
  /** Hidden fields sent along. */
  fields?: Readonly<Record<string, string>>;
  idempotencyKey?: string;
  class?: string;
  'aria-label'?: string;
}

/** A form of a single button: an act that needs no further input. */
export function PostButton(props: PostButtonProps) {
  const { action, fields = {}, idempotencyKey, class: extra, ...look } = props;
  return (
    <Form action={action} idempotencyKey={idempotencyKey} class={extra}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look} />
    </Form>
  );
}
