import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What a form came back with: the values typed and what is wrong with them. */
export interface FormState {
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const nothing: FormState = { errors: {}, values: {} };
const FormContext = createContext<FormState>(nothing);

/** Gives errors and kept values to the fields inside. */
export function FormStateProvider(props: Partial<FormState> & { children: ComponentChildren }) {
  const state = { errors: props.errors ?? {}, values: props.values ?? {} };
  return <FormContext.Provider value={state}>{props.children}</FormContext.Provider>;
}

export function useFormState(): FormState {
  return useContext(FormContext);
}

/** What every field takes. */
export interface FieldProps {
  name: string;
  label: string;
  /** One sentence under the label, before the field. */
  hint?: string;
  /** What is wrong; the form's own error of that name otherwise. */
  error?: string;
  required?: boolean;
  /** It stands as it is or is changed: «optional» would say nothing. */
  preset?: boolean;
  disabled?: boolean;
  /** Needed when one name appears twice on a page. */
  id?: string;
  /** The label is for screen readers only. */
  hideLabel?: boolean;
}

export interface FieldState {
  id: string;
  error: string | undefined;
  /** Everything typed under that name. */
  values: readonly string[] | undefined;
  /** The value kept from a refused form, else undefined. */
  kept: string | undefined;
  /** Attributes of the control that tie it to its label, hint and error. */
  control: {
    id: string;
    name: string;
    required: boolean | undefined;
    disabled: boolean | undefined;
    autofocus: boolean | undefined;
    'aria-invalid': 'true' | undefined;
    'aria-describedby': string | undefined;
  };
}

/** The id of a field, as the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`;
}

/** Resolves a field against its form: kept value, error, focus on the first wrong one. */
export function useField(props: FieldProps): FieldState {
  const form = useFormState();
  const id = props.id ?? fieldId(props.name);
  const error = props.error ?? form.errors[props.name];
  const kept = form.values[props.name];
  const isFirst = error !== undefined && Object.keys(form.errors)[0] === props.name;
  const described = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    error,
    values: typeof kept === 'string' ? [kept] : kept,
    kept: typeof kept === 'string' ? kept : kept?.[0],
    control: {
      id,
      name: props.name,
      required: props.required || undefined,
      disabled: props.disabled || undefined,
      autofocus: isFirst || undefined,
      'aria-invalid': error ? 'true' : undefined,
      'aria-describedby': described || undefined,
    },
  };
}
