import { Button, Disclosure, FileDrop, Form, TextArea, usePage } from '#ui';
import { messagingWords } from '../locales/index.ts';

export interface ComposerProps {
  /** Where a message is posted to. */
  action: string;
  /** Makes a repeated sending one message. */
  idempotencyKey: string;
  errors?: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The page's next action is another one. */
  quiet?: boolean;
}

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;

/** Writing a message, with files; with JavaScript it is sent without leaving the page. */
export function Composer(props: ComposerProps) {
  const words = messagingWords(usePage().reader);
  return (
    <Form
      action={props.action}
      idempotencyKey={props.idempotencyKey}
      errors={props.errors}
      values={props.values}
      multipart
      class="composer"
      data-composer=""
    >
      <TextArea
        name="body"
        id="message-body"
        label={words.yourMessage}
        hideLabel
        required
        rows={2}
        placeholder={words.write}
        maxLength={5000}
      />
      <div class="composer-foot">
        <Disclosure summary={words.attach} open={props.errors?.files !== undefined}>
          <FileDrop
            name="files"
            id="message-files"
            label={words.attach}
            hint={words.attachHint}
            multiple
            maxBytes={FILE_LIMIT_BYTES}
          />
        </Disclosure>
        <Button kind={props.quiet ? 'secondary' : 'primary'} icon="send">
          {words.send}
        </Button>
      </div>
    </Form>
  );
}
