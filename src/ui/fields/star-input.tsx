import { Khatam } from '../icons/khatam.tsx';
import { useUiWords } from '../page-context.tsx';
import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface StarInputProps extends FieldProps {
  value?: 1 | 2 | 3 | 4 | 5;
}

const STARS = [1, 2, 3, 4, 5] as const;

/** A rating of one to five: five radio buttons drawn as khatam stars. */
export function StarInput(props: StarInputProps) {
  const words = useUiWords();
  const state = useField(props);
  const chosen = state.kept ?? (props.value === undefined ? undefined : String(props.value));
  return (
    <Field field={props} state={state} group>
      <div class="star-input">
        {STARS.map((star) => (
          <label key={star} for={`${state.id}-${star}`}>
            <input
              class="visually-hidden"
              type="radio"
              id={`${state.id}-${star}`}
              name={props.name}
              value={star}
              checked={chosen === String(star)}
              required={props.required}
              autofocus={star === 1 ? state.control.autofocus : undefined}
            />
            <Khatam />
            <span class="visually-hidden">{words.stars(star)}</span>
          </label>
        ))}
      </div>
    </Field>
  );
}
