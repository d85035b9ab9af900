import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { useUiWords } from '../page-context.tsx';
import type { FieldProps, FieldState } from './form-state.tsx';

export interface FieldFrameProps {
  field: FieldProps;
  state: FieldState;
  /** Groups of controls get a `<fieldset>` with a legend. */
  group?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** What is wrong with a field, in its own words. */
export function FieldError(props: { id: string; error: string | undefined }) {
  if (!props.error) return null;
  return (
    <p class="field-error" id={`${props.id}-error`}>
      <Icon name="circle-alert" />
      <span>{props.error}</span>
    </p>
  );
}

/** Label, hint, control, error, in that order; every field is framed by it. */
export function Field({ field, state, group, class: extra, children }: FieldFrameProps) {
  const words = useUiWords();
  const optional = !(field.required || field.preset) && (
    <span class="field-optional"> ({words.optional})</span>
  );
  const labelClass = field.hideLabel ? 'visually-hidden' : 'field-label';
  const classes = `field${state.error ? ' field-wrong' : ''}${extra ? ` ${extra}` : ''}`;
  const body = (
    <>
      {field.hint && (
        <p class="field-hint" id={`${state.id}-hint`}>
          {field.hint}
        </p>
      )}
      {children}
      <FieldError id={state.id} error={state.error} />
    </>
  );
  if (group) {
    return (
      <fieldset class={classes} id={state.id} aria-describedby={state.control['aria-describedby']}>
        <legend class={labelClass}>
          {field.label}
          {optional}
        </legend>
        {body}
      </fieldset>
    );
  }
  return (
    <div class={classes}>
      <label class={labelClass} for={state.id}>
        {field.label}
        {optional}
      </label>
      {body}
    </div>
  );
}
