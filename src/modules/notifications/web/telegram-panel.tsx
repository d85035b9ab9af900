import { CopyText, LinkButton, Panel, PostButton, Row, Stack, useReader } from '#ui';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';

export interface TelegramView {
  linked: boolean;
  /** A code just given, with the address that says it to the bot. */
  fresh?: { code: string; url: string };
}

/** Telegram: linked by saying a code to the site's bot. */
export function TelegramPanel({ linked, fresh }: TelegramView) {
  const words = notificationsWords(useReader()).telegram;
  return (
    <Panel title={words.title} id="telegram">
      <Stack>
        <p class="mute">{linked ? words.linked : words.lead}</p>
        {fresh && (
          <>
            <p>{words.how}</p>
            <Row>
              <LinkButton href={fresh.url} kind="primary" icon="message-circle">
                {words.open}
              </LinkButton>
              <CopyText text={`/start ${fresh.code}`} label={words.copy} />
            </Row>
            <p class="mute">{words.lasts}</p>
          </>
        )}
        <Row>
          {!fresh && (
            <PostButton action={noticesPaths.telegram} kind={linked ? 'quiet' : 'secondary'}>
              {linked ? words.again : words.ask}
            </PostButton>
          )}
          {linked && (
            <PostButton action={noticesPaths.telegramRemoval} kind="quiet" icon="x">
              {words.remove}
            </PostButton>
          )}
        </Row>
      </Stack>
    </Panel>
  );
}
