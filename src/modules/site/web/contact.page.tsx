import { config } from '#config';
import {
  Banner,
  Bdi,
  Button,
  ErrorSummary,
  Form,
  Link,
  LinkButton,
  PageHead,
  Panel,
  Select,
  Stack,
  TextArea,
  TextInput,
  useReader,
  Wrap,
  sitePaths,
} from '#ui';
import { siteWords } from '../locales/index.ts';
import { contactTopics } from './contact.forms.ts';

export interface ContactView {
  idempotencyKey: string;
  /** Of the member who writes, to begin with. */
  name?: string;
  email?: string;
  topic?: string;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

const ERROR_ORDER = ['name', 'email', 'topic', 'order', 'message'];

/** A message to the staff, for members and strangers. */
export function ContactPage({ view }: { view: ContactView }) {
  const words = siteWords(useReader()).contact;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        <Banner icon="circle-help" action={<Link href={sitePaths.help}>{words.toHelp}</Link>}>
          {words.helpFirst}
        </Banner>
        <Panel>
          <Form
            action={sitePaths.contact}
            errors={inOrder(view.errors)}
            values={view.values}
            idempotencyKey={view.idempotencyKey}
          >
            <Stack>
              <ErrorSummary />
              <ContactFields view={view} />
              <Button>{words.send}</Button>
            </Stack>
          </Form>
        </Panel>
        <p class="mute">
          {words.direct}{' '}
          <a href={`mailto:${config.brand.supportEmail}`}>
            <Bdi dir="ltr">{config.brand.supportEmail}</Bdi>
          </a>
        </p>
      </Stack>
    </Wrap>
  );
}

function ContactFields({ view }: { view: ContactView }) {
  const words = siteWords(useReader()).contact;
  return (
    <>
      <TextInput
        name="name"
        label={words.name}
        value={view.name}
        autocomplete="name"
        maxLength={60}
        required
      />
      <TextInput
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={view.email}
        autocomplete="email"
        maxLength={254}
        required
      />
      <Select
        name="topic"
        label={words.topic}
        placeholder={words.chooseTopic}
        value={view.topic}
        options={contactTopics.map((topic) => ({ value: topic, label: words.topics[topic] }))}
        required
      />
      <TextInput name="order" label={words.order} hint={words.orderHint} dir="ltr" maxLength={10} />
      <TextArea
        name="message"
        label={words.message}
        hint={words.messageHint}
        rows={7}
        maxLength={4_000}
        required
      />
    </>
  );
}

/** The first wrong field on the page is the first one named. */
function inOrder(errors: Record<string, string> | undefined): Record<string, string> | undefined {
  if (!errors) return undefined;
  const names = [...ERROR_ORDER, ...Object.keys(errors)];
  return Object.fromEntries(
    names.flatMap((name) => (errors[name] === undefined ? [] : [[name, errors[name]]])),
  );
}

/** After sending: the number under which the message is found again. */
export function ContactSentPage({ reference }: { reference: string }) {
  const words = siteWords(useReader()).contact;
  return (
    <Wrap narrow>
      <PageHead title={words.sentTitle} />
      <Stack>
        <Banner tone="good">{words.sentText}</Banner>
        <Panel>
          <p class="mute">{words.reference}</p>
          <p class="reference">
            <Bdi dir="ltr">{reference}</Bdi>
          </p>
        </Panel>
        <LinkButton kind="quiet" href={sitePaths.contact}>
          {words.another}
        </LinkButton>
      </Stack>
    </Wrap>
  );
}
