import type { OutboxMail } from '#platform/mail';
import {
  Badge,
  Bdi,
  Button,
  DateTime,
  Disclosure,
  EmptyState,
  Form,
  LinkButton,
  PageHead,
  Panel,
  Stack,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';
import { LinkedText } from './linked-text.tsx';

/** The mail of a demonstration, newest first, of one recipient or of all. */
export function OutboxPage(props: { mails: readonly OutboxMail[]; recipient?: string }) {
  const words = operationsWords(useReader()).outbox;
  const { mails, recipient } = props;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        <Filter recipient={recipient} />
        {mails.length === 0 && (
          <EmptyState title={recipient ? words.emptyFor(recipient) : words.empty}>
            {words.emptyText}
          </EmptyState>
        )}
        {mails.length > 0 && (
          <Panel>
            {mails.map((mail, index) => (
              <MailEntry key={mail.id} mail={mail} open={index === 0} />
            ))}
          </Panel>
        )}
        {mails.length >= 100 && <p class="mute">{words.newest}</p>}
      </Stack>
    </Wrap>
  );
}

function Filter({ recipient }: { recipient?: string }) {
  const words = operationsWords(useReader()).outbox;
  return (
    <Form action={operationsPaths.outbox} method="get" class="inline-form">
      <TextInput name="to" type="email" label={words.filter} value={recipient} required />
      <Button kind="secondary">{words.show}</Button>
      {recipient && (
        <LinkButton kind="quiet" href={operationsPaths.outbox}>
          {words.all}
        </LinkButton>
      )}
    </Form>
  );
}

/** One mail; the newest stands open. */
function MailEntry({ mail, open }: { mail: OutboxMail; open: boolean }) {
  const words = operationsWords(useReader()).outbox;
  const { sentAt } = mail;
  return (
    <Disclosure
      open={open}
      summary={
        <span class="mail-line">
          <bdi>{mail.subject}</bdi>
          <span class="mail-meta mute">
            {words.to} <Bdi dir="ltr">{mail.recipient}</Bdi> ·{' '}
            <DateTime at={mail.at} style="dateTime" />
          </span>
        </span>
      }
    >
      <p>
        <Badge tone={sentAt ? 'good' : 'neutral'}>{sentAt ? words.sent : words.unsent}</Badge>
      </p>
      <LinkedText text={mail.text} />
    </Disclosure>
  );
}
