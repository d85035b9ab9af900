import { formatBytes, intlTag } from '#platform/i18n';
import { Icon } from '../icons/icon.tsx';
import { usePage, useReader, useUiWords } from '../page-context.tsx';
import { Field } from './field.tsx';
import { type FieldProps, useField } from './form-state.tsx';

export interface FileDropProps extends FieldProps {
  /** As in `<input accept>`: "image/png,image/jpeg" or ".pdf". */
  accept?: string;
  multiple?: boolean;
  maxBytes?: number;
  /** With JavaScript the files are sent at once, in parts that may break off. */
  resumable?: ResumableField;
}

/** Where files go before the form does, and what the form then carries. */
export interface ResumableField {
  /** Path where uploads begin. */
  endpoint: string;
  purpose: string;
  /** Name of the fields that hold the ids of the files that are there. */
  field: string;
  /** How many files the form takes in all. */
  most?: number;
}

/** Files by choosing, or by dropping when JavaScript is there; the form must be `multipart`. */
export function FileDrop(props: FileDropProps) {
  const words = useUiWords();
  const reader = useReader();
  const state = useField(props);
  const uploadAttributes = useUploadAttributes();
  const limit = props.maxBytes === undefined ? undefined : formatBytes(reader, props.maxBytes);
  return (
    <Field field={props} state={state}>
      <div
        class="file-drop"
        data-max-bytes={props.maxBytes}
        {...(props.resumable
          ? uploadAttributes({ uploads: props.resumable, maxBytes: props.maxBytes })
          : {
              'data-island': 'dropzone',
              'data-locale': reader.locale,
              'data-too-large': limit && words.fileTooLarge('{name}', limit),
            })}
      >
        <Icon name="upload" />
        <span class="file-drop-text needs-js">{words.fileDrop}</span>
        <input type="file" accept={props.accept} multiple={props.multiple} {...state.control} />
        <ul class="file-list" aria-label={words.fileChosen} aria-live="polite" hidden />
      </div>
    </Field>
  );
}

/** What makes an element the place of a resumable upload, for its island. */
export function useUploadAttributes() {
  const page = usePage();
  const words = useUiWords();
  const reader = useReader();
  return ({ uploads, maxBytes }: { uploads?: ResumableField; maxBytes?: number }) =>
    uploads
      ? {
          'data-island': 'upload',
          'data-endpoint': page.href(uploads.endpoint),
          'data-purpose': uploads.purpose,
          'data-field': uploads.field,
          'data-most': uploads.most,
          'data-max-bytes': maxBytes,
          'data-tag': intlTag(reader),
          'data-words': uploadTexts(
            words,
            maxBytes === undefined ? undefined : formatBytes(reader, maxBytes),
          ),
        }
      : {};
}

/** The words of the sending, for the island; what is counted or named stands in braces. */
function uploadTexts(words: ReturnType<typeof useUiWords>, limit: string | undefined): string {
  const tooLarge = limit ? words.fileTooLarge('{name}', limit) : '';
  return JSON.stringify({ ...words.upload, tooLarge });
}
