import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface TextInputProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number' | 'date';
  value?: string;
  /** What browsers fill in by themselves: `email`, `current-password`, `new-password`… */
  autocomplete?: string;
  placeholder?: string;
  minLength?: number;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search';
  /** `ltr` for emails, codes and addresses; otherwise the text decides. */
  dir?: 'ltr' | 'rtl' | 'auto';
  spellcheck?: boolean;
}

const LEFT_TO_RIGHT = new Set(['email', 'password', 'tel', 'url', 'number']);

/** One line of text with its label. Passwords never come back filled. */
export function TextInput(props: TextInputProps) {
  const { type = 'text', value, dir, autocomplete, placeholder, inputMode } = props;
  const { minLength, maxLength, min, max, spellcheck } = props;
  const state = useField(props);
  return (
    <Field field={props} state={state}>
      <input
        class="input"
        // Its attributes are typed by kind of input; a union of kinds fits none.
        type={type as 'text'}
        value={type === 'password' ? undefined : (state.kept ?? value)}
        dir={dir ?? (LEFT_TO_RIGHT.has(type) ? 'ltr' : 'auto')}
        autoComplete={autocomplete}
        // Never empty: the styles tell an empty field by it and keep the page's direction there.
        placeholder={placeholder ?? ' '}
        inputMode={inputMode}
        minLength={minLength}
        maxLength={maxLength}
        min={min}
        max={max}
        spellcheck={spellcheck}
        {...state.control}
      />
    </Field>
  );
}
