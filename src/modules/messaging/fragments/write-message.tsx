import { Composer, usePage } from '#ui';
import { messagingWords } from '../locales/index.ts';

export interface WriteMessageProps {
  /** Where a message is posted to: `text`, and files under `files`. */
  action: string;
  /** Makes a repeated sending one message. */
  idempotencyKey: string;
  errors?: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Writing into a conversation, with files. */
export function WriteMessage(props: WriteMessageProps) {
  const words = messagingWords(usePage().reader);
  return (
    <div id="write" class="write-message">
      <Composer
        label={words.yourMessage}
        placeholder={words.write}
        files
        maxLength={5000}
        {...props}
      />
      <p class="field-hint">{words.attachHint}</p>
    </div>
  );
}
