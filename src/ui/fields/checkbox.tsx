import type { ComponentChildren } from 'preact';
import { FieldError } from './field.tsx';
import { useField } from './form-state.tsx';

export interface CheckboxProps {
  name: string;
  /** May hold links. */
  label: ComponentChildren;
  hint?: string;
  error?: string;
  /** What is sent when ticked (default `on`). */
  value?: string;
  checked?: boolean;
  required?: boolean;
  disabled?: boolean;
  id?: string;
}

/** A tick with its label, 44 px to touch. After a refused form it stands as it was sent. */
export function Checkbox(props: CheckboxProps) {
  const { name, hint, error, value = 'on', required, disabled, id } = props;
  const state = useField({ name, label: '', hint, error, required, disabled, id });
  const checked = state.values ? state.values.includes(value) : props.checked;
  return (
    <div class={state.error ? 'choice-field field-wrong' : 'choice-field'}>
      <label class="choice">
        <input type="checkbox" value={value} checked={checked} {...state.control} />
        <span>{props.label}</span>
      </label>
      {hint && (
        <p class="field-hint" id={`${state.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={state.id} error={state.error} />
    </div>
  );
}
