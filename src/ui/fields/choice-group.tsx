import type { ComponentChildren } from 'preact';
import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface Choice {
  value: string;
  label: ComponentChildren;
  hint?: string;
  disabled?: boolean;
}

export interface RadioGroupProps extends FieldProps {
  options: readonly Choice[];
  value?: string;
  /** Side by side as pills where there is room. */
  inline?: boolean;
}

interface ChoiceRowProps {
  type: 'radio' | 'checkbox';
  name: string;
  id: string;
  option: Choice;
  checked: boolean;
  required?: boolean;
  autofocus?: boolean;
}

function ChoiceRow({ type, name, id, option, checked, required, autofocus }: ChoiceRowProps) {
  return (
    <label class="choice" for={id}>
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        required={required}
        autofocus={autofocus}
      />
      <span>
        {option.label}
        {option.hint && <small class="choice-hint">{option.hint}</small>}
      </span>
    </label>
  );
}

/** One of a few, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  const state = useField(props);
  const chosen = state.kept ?? props.value;
  return (
    <Field field={props} state={state} group class={props.inline ? 'choices-inline' : undefined}>
      <div class="choices">
        {props.options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            type="radio"
            name={props.name}
            id={`${state.id}-${index}`}
            option={option}
            checked={option.value === chosen}
            required={props.required}
            autofocus={index === 0 ? state.control.autofocus : undefined}
          />
        ))}
      </div>
    </Field>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  options: readonly Choice[];
  values?: readonly string[];
  inline?: boolean;
}

/** Any of a few, all in sight. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const state = useField(props);
  const chosen = state.values ?? props.values ?? [];
  return (
    <Field field={props} state={state} group class={props.inline ? 'choices-inline' : undefined}>
      <div class="choices">
        {props.options.map((option, index) => (
          <ChoiceRow
            key={option.value}
            type="checkbox"
            name={props.name}
            id={`${state.id}-${index}`}
            option={option}
            checked={chosen.includes(option.value)}
            autofocus={index === 0 ? state.control.autofocus : undefined}
          />
        ))}
      </div>
    </Field>
  );
}
