import { Form } from '../actions/form.tsx';
import { fieldId, useFormState } from '../fields/form-state.tsx';
import { FieldError } from '../fields/field.tsx';
import { type ResumableField, useUploadAttributes } from '../fields/file-drop.tsx';
import { Icon } from '../icons/icon.tsx';
import { useUiWords } from '../page-context.tsx';

export interface ComposerProps {
  /** Where it posts: `text`, and files under `files`. */
  action: string;
  /** «رسالتك إلى رنا». */
  label: string;
  placeholder?: string;
  /** Takes files too (the form is then multipart). */
  files?: boolean;
  accept?: string;
  /** With JavaScript the files are sent at once, in parts that may break off. */
  uploads?: ResumableField;
  /** Largest file of those, bytes. */
  maxBytes?: number;
  maxLength?: number;
  idempotencyKey?: string;
  errors?: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Another island beside the composer's own (sending without reload). */
  island?: string;
}

function Text({ label, placeholder, maxLength }: ComposerProps) {
  const { values, errors } = useFormState();
  const kept = values['text'];
  const error = errors['text'];
  const id = fieldId('text');
  return (
    <>
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class="composer-text"
        name="text"
        rows={1}
        dir="auto"
        placeholder={placeholder ?? ' '}
        maxLength={maxLength}
        value={typeof kept === 'string' ? kept : undefined}
        autofocus={error ? true : undefined}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </>
  );
}

function Errors() {
  const { errors } = useFormState();
  return (
    <>
      <FieldError id={fieldId('text')} error={errors['text']} />
      <FieldError id={fieldId('files')} error={errors['files']} />
    </>
  );
}

/** Writing a message: a line that grows, files, one button. Ctrl+Enter sends. */
export function Composer(props: ComposerProps) {
  const uploadAttributes = useUploadAttributes();
  const words = useUiWords();
  const { action, idempotencyKey, files, accept, errors, values } = props;
  const islands = ['composer', props.island].filter(Boolean).join(' ');
  return (
    <Form
      action={action}
      multipart={files}
      idempotencyKey={idempotencyKey}
      errors={errors}
      values={values}
      island={islands}
    >
      <div class="composer">
        <Text {...props} />
        {files && (
          <label class="composer-files icon-btn" {...uploadAttributes(props)}>
            <Icon name="paperclip" />
            <span class="visually-hidden">{words.attach}</span>
            <input type="file" name="files" multiple accept={accept} id={fieldId('files')} />
          </label>
        )}
        <button type="submit" class="btn btn-primary">
          {words.send}
        </button>
        <ul class="file-list" aria-live="polite" hidden />
      </div>
      <Errors />
    </Form>
  );
}
