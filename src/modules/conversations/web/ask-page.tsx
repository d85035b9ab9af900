import type { MemberCard } from '#identity';
import { sellerPath } from '#catalogue';
import { uploadLimits, uploadsPath } from '#media';
import {
  Bdi,
  Button,
  EmptyState,
  ErrorSummary,
  FileDrop,
  Form,
  LinkButton,
  PageHead,
  Panel,
  Row,
  Select,
  Stack,
  TextArea,
  usePage,
  Wrap,
} from '#ui';
import { talkPaths } from '../conversation-paths.ts';
import { conversationsWords } from '../locales/index.ts';
import { NotSent, Paused } from './closed-talk.tsx';

export interface AskPageProps {
  seller: MemberCard;
  services: readonly { serviceId: string; title: string }[];
  formKey: string;
  /** Set while the reader's messages before orders are off. */
  pausedUntil: Date | undefined;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** The first word to a seller: about which service, the question, files. */
export function AskPage(props: AskPageProps) {
  const { seller, services } = props;
  const words = conversationsWords(usePage().reader).ask;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead(`\u2068${seller.displayName}\u2069`)} />
      {services.length === 0 ? (
        <EmptyState
          title={words.nothing}
          action={<LinkButton href={sellerPath(seller.handle)}>{words.back}</LinkButton>}
        />
      ) : (
        <AskPart {...props} />
      )}
    </Wrap>
  );
}

function AskPart(props: AskPageProps) {
  const { pausedUntil, errors, values } = props;
  if (!pausedUntil) return <AskForm {...props} />;
  return (
    <>
      <Paused until={pausedUntil} />
      {values && <NotSent why={errors?.text} values={values} />}
    </>
  );
}

function AskForm({ services, formKey, errors, values }: AskPageProps) {
  const words = conversationsWords(usePage().reader).ask;
  const [first] = services;
  return (
    <Panel>
      <Form
        action={talkPaths.list}
        multipart
        idempotencyKey={formKey}
        errors={errors}
        values={values}
      >
        <Stack>
          <ErrorSummary />
          {services.length === 1 ? (
            <>
              <input type="hidden" name="service" value={first?.serviceId} />
              <p>
                <span class="mute">{words.about}: </span>
                <strong>
                  <Bdi>{first?.title}</Bdi>
                </strong>
              </p>
            </>
          ) : (
            <Select
              name="service"
              label={words.about}
              required
              options={services.map(({ serviceId, title }) => ({ value: serviceId, label: title }))}
            />
          )}
          <TextArea
            name="text"
            label={words.text}
            hint={words.hint}
            rows={6}
            maxLength={5000}
            required
          />
          <FileDrop
            name="files"
            label={words.files}
            hint={words.filesHint}
            multiple
            maxBytes={uploadLimits.attachment}
            resumable={{ endpoint: uploadsPath, purpose: 'attachment', field: 'upload', most: 5 }}
          />
          <Row>
            <Button>{words.send}</Button>
          </Row>
        </Stack>
      </Form>
    </Panel>
  );
}
