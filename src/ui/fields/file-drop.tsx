import { formatBytes } from '#platform/i18n';
import { Icon } from '../icons/icon.tsx';
import { useReader, useUiWords } from '../page-context.tsx';
import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface FileDropProps extends FieldProps {
  /** As in `<input accept>`: "image/png,image/jpeg" or ".pdf". */
  accept?: string;
  multiple?: boolean;
  maxBytes?: number;
}

/** Files by choosing, or by dropping when JavaScript is there; the form must be `multipart`. */
export function FileDrop(props: FileDropProps) {
  const words = useUiWords();
  const reader = useReader();
  const state = useField(props);
  const limit = props.maxBytes === undefined ? undefined : formatBytes(reader, props.maxBytes);
  return (
    <Field field={props} state={state}>
      <div
        class="file-drop"
        data-island="dropzone"
        data-max-bytes={props.maxBytes}
        data-locale={reader.locale}
        data-too-large={limit && words.fileTooLarge('{name}', limit)}
      >
        <Icon name="upload" />
        <span class="file-drop-text needs-js">{words.fileDrop}</span>
        <input type="file" accept={props.accept} multiple={props.multiple} {...state.control} />
        <ul class="file-list" aria-label={words.fileChosen} aria-live="polite" hidden />
      </div>
    </Field>
  );
}
