import { formatBytes, formatPercent } from '#platform/i18n';
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { useReader, usePage, useUiWords } from '../page-context.tsx';

export interface AttachmentProps {
  fileName: string;
  byteSize: number;
  /** Where it is downloaded; none while it is being sent or checked. */
  href?: string;
  /** Bytes that arrived so far, while it is uploaded. */
  sentBytes?: number;
  note?: ComponentChildren;
}

/** The ending of a file name, as the mark of its kind. */
function kindOf(fileName: string): string {
  const ending = /\.([A-Za-z0-9]{1,4})$/.exec(fileName)?.[1];
  return (ending ?? 'file').toUpperCase();
}

/** A file of a message or delivery: kind, name, size, or how far its upload is. */
export function Attachment({ fileName, byteSize, href, sentBytes, note }: AttachmentProps) {
  const page = usePage();
  const reader = useReader();
  const words = useUiWords();
  const size = formatBytes(reader, byteSize);
  const uploading = sentBytes !== undefined && sentBytes < byteSize;
  const share = uploading && byteSize > 0 ? sentBytes / byteSize : 1;
  return (
    <div class="attachment">
      <span class="attachment-kind" aria-hidden="true">
        {kindOf(fileName)}
      </span>
      <div class="attachment-body">
        {href ? (
          <a class="attachment-name" href={page.href(href)} download>
            <bdi>{fileName}</bdi>
          </a>
        ) : (
          <bdi class="attachment-name">{fileName}</bdi>
        )}
        {uploading ? (
          <>
            <progress max={byteSize} value={sentBytes} aria-label={fileName} />
            <small>{words.uploading(formatPercent(reader, share, 0), size)}</small>
          </>
        ) : (
          <small>
            <bdi>{size}</bdi>
            {note && <> · {note}</>}
          </small>
        )}
      </div>
      {href && <Icon name="download" />}
    </div>
  );
}
