import { decimalText } from '#platform/money';
import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface MoneyInputProps extends FieldProps {
  /** US cents to start with. */
  valueMinor?: bigint;
  placeholder?: string;
}

/** An amount in dollars; read it on the server with `parseMoneyInput` (takes Arabic-Indic digits too). */
export function MoneyInput(props: MoneyInputProps) {
  const state = useField(props);
  const start = props.valueMinor === undefined ? undefined : decimalText(props.valueMinor);
  return (
    <Field field={props} state={state}>
      <span class="money-input" dir="ltr">
        <span class="money-sign" aria-hidden="true">
          $
        </span>
        <input
          class="input"
          type="text"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          placeholder={props.placeholder}
          value={state.kept ?? start}
          {...state.control}
        />
      </span>
    </Field>
  );
}
