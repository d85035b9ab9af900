import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface TextAreaProps extends FieldProps {
  value?: string;
  rows?: number;
  placeholder?: string;
  minLength?: number;
  /** With JavaScript a counter shows what is left of it. */
  maxLength?: number;
}

/** Several lines of text; grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const state = useField(props);
  const { rows = 4, placeholder, minLength, maxLength, value } = props;
  return (
    <Field field={props} state={state}>
      <textarea
        class="input textarea"
        dir="auto"
        rows={rows}
        placeholder={placeholder ?? ' '}
        minLength={minLength}
        maxLength={maxLength}
        data-island={maxLength ? 'text-count' : undefined}
        value={state.kept ?? value}
        {...state.control}
      />
    </Field>
  );
}
