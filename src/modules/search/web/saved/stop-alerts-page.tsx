import { Button, Form, PageHead, Panel, Stack, useReader, Wrap } from '#ui';
import { searchWords } from '../../locales/index.ts';
import { stopAlertsPath } from '../../search-paths.ts';

/** Behind the link in a letter: one press ends letters about a search; it needs no signing in. */
export function StopAlertsPage(props: { name: string; token: string; alerts: boolean }) {
  const words = searchWords(useReader()).alert;
  const { name, token, alerts } = props;
  return (
    <Wrap narrow>
      <PageHead title={alerts ? words.stopTitle : words.stopped} />
      <Panel>
        {alerts ? (
          <Stack>
            <p>{words.stopAsk(name)}</p>
            <Form action={stopAlertsPath(token)}>
              <Button>{words.stopButton}</Button>
            </Form>
          </Stack>
        ) : (
          <p>{words.stoppedText(name)}</p>
        )}
      </Panel>
    </Wrap>
  );
}
