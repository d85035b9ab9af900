import type { OutboxMail } from '#platform/mail';
import {
  Badge,
  Bdi,
  Button,
  DateTime,
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
        {mails.map((mail) => (
          <MailPanel key={mail.id} mail={mail} />
        ))}
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

function MailPanel({ mail }: { mail: OutboxMail }) {
  const words = operationsWords(useReader()).outbox;
  return (
    <Panel title={<span dir="auto">{mail.subject}</span>}>
      <p class="mail-meta mute">
        {words.to} <Bdi dir="ltr">{mail.recipient}</Bdi> ·{' '}
        <DateTime at={mail.at} style="dateTime" />{' '}
        <Badge tone={mail.sentAt ? 'good' : 'neutral'}>
          {mail.sentAt ? words.sent : words.unsent}
        </Badge>
      </p>
      <LinkedText text={mail.text} />
    </Panel>
  );
}
