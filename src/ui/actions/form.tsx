import type { ComponentChildren } from 'preact';
import { FormStateProvider } from '../fields/form-state.tsx';
import { usePage } from '../page-context.tsx';

export interface FormProps {
  /** A path of this site without language prefix. */
  action: string;
  method?: 'post' | 'get';
  /** Field name → what is wrong; fields inside show theirs, the first takes the focus. */
  errors?: Readonly<Record<string, string>>;
  /** Field name → what was typed, kept when the form comes back. */
  values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Makes a repeated sending of this very form have one effect. */
  idempotencyKey?: string;
  /** For files. */
  multipart?: boolean;
  /** Lets the server judge instead of the browser (default: true, its words are ours). */
  noValidate?: boolean;
  id?: string;
  class?: string;
  /** Name of the island that enhances this form. */
  island?: string;
  'aria-label'?: string;
  children: ComponentChildren;
  [data: `data-${string}`]: string | undefined;
}

/** A real form: carries the CSRF token when it posts. */
export function Form(props: FormProps) {
  const { action, method = 'post', errors, values, idempotencyKey, multipart, island } = props;
  const { noValidate = true, id, class: extra, children } = props;
  const page = usePage();
  const data = Object.fromEntries(Object.entries(props).filter(([key]) => key.startsWith('data-')));
  return (
    <form
      id={id}
      class={extra}
      action={page.href(action)}
      method={method}
      encType={multipart ? 'multipart/form-data' : undefined}
      noValidate={noValidate}
      data-island={island}
      aria-label={props['aria-label']}
      {...data}
    >
      {method === 'post' && page.csrfToken !== undefined && (
        <input type="hidden" name="_csrf" value={page.csrfToken} />
      )}
      {idempotencyKey !== undefined && (
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      )}
      <FormStateProvider errors={errors} values={values}>
        {children}
      </FormStateProvider>
    </form>
  );
}
