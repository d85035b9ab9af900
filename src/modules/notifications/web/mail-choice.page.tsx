import {
  Button,
  Checkbox,
  Form,
  LinkButton,
  PageHead,
  Panel,
  Row,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import { notificationsWords } from '../locales/index.ts';
import { type NoticeTopic, noticeTopics } from '../mail-stops/notice-topic.ts';
import { noticesPaths } from '../notices-paths.ts';

/** Which letters a member wants. */
export function MailChoicePage({ stopped }: { stopped: ReadonlySet<NoticeTopic> }) {
  const words = notificationsWords(useReader()).mail;
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <LinkButton kind="quiet" href={noticesPaths.list}>
            {words.back}
          </LinkButton>
        }
      />
      <Panel>
        <Form action={noticesPaths.mail}>
          <Stack>
            {noticeTopics.map((topic) => (
              <Checkbox
                key={topic}
                name="topic"
                id={`topic-${topic}`}
                value={topic}
                label={words.topics[topic]}
                hint={words.hints[topic]}
                checked={!stopped.has(topic)}
              />
            ))}
            <p class="mute">{words.always}</p>
            <div>
              <Button>{words.save}</Button>
            </div>
          </Stack>
        </Form>
      </Panel>
    </Wrap>
  );
}

/** Behind the link in a letter: one press ends letters of its kind; it needs no signing in. */
export function StopMailPage(props: { topic: NoticeTopic; token: string; stopped: boolean }) {
  const words = notificationsWords(useReader()).mail;
  const { topic, token, stopped } = props;
  const name = words.topics[topic];
  return (
    <Wrap narrow>
      <PageHead title={stopped ? words.stopped : words.stopTitle} />
      <Panel>
        <Stack>
          <p>{stopped ? words.stoppedText(name) : words.stopAsk(name)}</p>
          <Row>
            <Form action={noticesPaths.stop(token)}>
              {stopped && <input type="hidden" name="again" value="yes" />}
              <Button kind={stopped ? 'secondary' : 'primary'}>
                {stopped ? words.again : words.stop}
              </Button>
            </Form>
          </Row>
        </Stack>
      </Panel>
    </Wrap>
  );
}
