import { Icon } from '../icons/icon.tsx';
import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends FieldProps {
  options?: readonly Option[];
  /** Options under headings, after the plain ones. */
  groups?: readonly { label: string; options: readonly Option[] }[];
  value?: string;
  /** An empty first choice, such as «اختر القسم». */
  placeholder?: string;
  autocomplete?: string;
}

function Options(props: { options: readonly Option[]; chosen: string | undefined }) {
  return (
    <>
      {props.options.map((option) => (
        <option
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          selected={option.value === props.chosen}
        >
          {option.label}
        </option>
      ))}
    </>
  );
}

/** One of several, from a list. */
export function Select(props: SelectProps) {
  const state = useField(props);
  const chosen = state.kept ?? props.value;
  return (
    <Field field={props} state={state}>
      <span class="select">
        <select class="input" autoComplete={props.autocomplete} {...state.control}>
          {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
          <Options options={props.options ?? []} chosen={chosen} />
          {props.groups?.map((group) => (
            <optgroup key={group.label} label={group.label}>
              <Options options={group.options} chosen={chosen} />
            </optgroup>
          ))}
        </select>
        <Icon name="chevron-down" />
      </span>
    </Field>
  );
}
