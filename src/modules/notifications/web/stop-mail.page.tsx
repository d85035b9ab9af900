import { Button, Form, PageHead, Panel, Row, Stack, useReader, Wrap } from '#ui';
import type { StoppedLetters } from '../choices/stop-token.ts';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';

/** Behind the link in a letter: one press ends letters of its kind; it needs no signing in. */
export function StopMailPage(props: { topic: StoppedLetters; token: string; stopped: boolean }) {
  const { stops: words, choices } = notificationsWords(useReader());
  const { topic, token, stopped } = props;
  const name = topic === 'digest' ? words.digest : choices.topics[topic];
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
