import { Icon } from '../icons/icon.tsx';
import { useUiWords } from '../page-context.tsx';
import { fieldId, useFormState } from './form-state.tsx';

/**
 * What is wrong with the form around it, each a link to its field (`ids` names those that are not called
 * after their name). Shows nothing when all is well.
 */
export function ErrorSummary(props: {
  errors?: Readonly<Record<string, string>>;
  ids?: Readonly<Record<string, string>>;
}) {
  const words = useUiWords();
  const form = useFormState();
  const errors = Object.entries(props.errors ?? form.errors);
  if (errors.length === 0) return null;
  return (
    <div class="banner banner-danger error-summary" role="alert">
      <Icon name="circle-alert" />
      <div>
        <p class="banner-title">{words.errorsTitle(errors.length)}</p>
        <ul>
          {errors.map(([name, error]) => (
            <li key={name}>
              <a href={`#${props.ids?.[name] ?? fieldId(name)}`}>{error}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
