import { Composer, usePage } from '#ui';
import { messagingWords } from '../locales/index.ts';

export interface WriteMessageProps {
  /** Where a message is posted to: `text`, and files under `files`. */
  action: string;
  /** Makes a repeated sending one message. */
  idempotencyKey: string;
  /** Where files go at once, in parts that may break off. */
  uploads?: { endpoint: string; field: string };
  errors?: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Writing into a conversation, with files. */
export function WriteMessage(props: WriteMessageProps) {
  const words = messagingWords(usePage().reader);
  const { uploads, ...rest } = props;
  return (
    <div id="write" class="write-message">
      <Composer
        label={words.yourMessage}
        placeholder={words.write}
        files
        maxLength={5000}
        uploads={uploads && { ...uploads, purpose: 'attachment', most: 5 }}
        maxBytes={50 * 1024 * 1024}
        {...rest}
      />
      <p class="field-hint">{words.attachHint}</p>
    </div>
  );
}
