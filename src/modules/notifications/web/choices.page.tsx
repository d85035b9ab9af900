import {
  Button,
  Checkbox,
  CheckboxGroup,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Panel,
  RadioGroup,
  Row,
  Select,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import type { Reader } from '#platform/i18n';
import { letterRhythms, type NoticeHabits } from '../choices/habit-store.ts';
import {
  type NoticeChannel,
  noticeChannels,
  type NoticeTopic,
  noticeTopics,
} from '../choices/notice-topic.ts';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';
import type { PushDevice } from '../push/push-device-store.ts';
import { DevicesPanel } from './devices-panel.tsx';
import { TelegramPanel, type TelegramView } from './telegram-panel.tsx';

type Values = Record<string, string | string[]>;

export interface ChoicesView {
  stops: Record<NoticeChannel, ReadonlySet<NoticeTopic>>;
  habits: NoticeHabits;
  devices: readonly PushDevice[];
  /** The site's public key, for browsers. */
  pushKey: string;
  /** Undefined where the operator has no bot. */
  telegram: TelegramView | undefined;
  failure?: { errors: Record<string, string>; values: Values };
}

/** What a member hears of, where and when. */
export function ChoicesPage(view: ChoicesView) {
  const words = notificationsWords(useReader()).choices;
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
      <Stack gap={6}>
        <ChoicesForm {...view} />
        <DevicesPanel devices={view.devices} pushKey={view.pushKey} />
        {view.telegram && <TelegramPanel {...view.telegram} />}
      </Stack>
    </Wrap>
  );
}

function ChoicesForm({ stops, habits, telegram, failure }: ChoicesView) {
  const words = notificationsWords(useReader()).choices;
  const channels = noticeChannels.filter((channel) => channel !== 'telegram' || telegram);
  return (
    <Form action={noticesPaths.choices} errors={failure?.errors} values={failure?.values}>
      <Stack gap={6}>
        {failure && <ErrorSummary />}
        <Panel title={words.what}>
          <Stack>
            {noticeTopics.map((topic) => (
              <CheckboxGroup
                key={topic}
                name={topic}
                label={words.topics[topic]}
                hint={words.hints[topic]}
                inline
                preset
                options={channels.map((channel) => ({
                  value: channel,
                  label: words.channels[channel],
                }))}
                values={channels.filter((channel) => !stops[channel].has(topic))}
              />
            ))}
            <p class="mute">{words.always}</p>
          </Stack>
        </Panel>
        <Panel title={words.when}>
          <WhenFields {...habits} />
        </Panel>
        <div>
          <Button>{words.save}</Button>
        </div>
      </Stack>
    </Form>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const NIGHT = { from: 22, until: 7 };

function WhenFields({ letters, digestHour, quiet }: NoticeHabits) {
  const reader = useReader();
  const words = notificationsWords(reader).choices;
  const hours = HOURS.map((hour) => ({ value: String(hour), label: hourText(reader, hour) }));
  const { from, until } = quiet ?? NIGHT;
  return (
    <Stack>
      <RadioGroup
        name="letters"
        label={words.letters}
        preset
        value={letters}
        options={letterRhythms.map((rhythm) => ({ value: rhythm, ...words.rhythms[rhythm] }))}
      />
      <Select
        name="digestHour"
        label={words.digestHour}
        preset
        hint={words.digestHint}
        value={String(digestHour)}
        options={hours}
      />
      <Checkbox
        name="quiet"
        label={words.quiet}
        hint={words.quietHint}
        checked={quiet !== undefined}
      />
      <Row>
        <Select
          preset
          name="quietFrom"
          label={words.quietFrom}
          value={String(from)}
          options={hours}
        />
        <Select
          preset
          name="quietUntil"
          label={words.quietUntil}
          value={String(until)}
          options={hours}
        />
      </Row>
    </Stack>
  );
}

/** A full hour as the reader's clock says it. */
function hourText(reader: Reader, hour: number): string {
  const at = new Date(Date.UTC(2026, 0, 1, hour));
  const { locale, digits } = reader;
  return new Intl.DateTimeFormat(`${locale}-u-nu-${digits}`, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(at);
}
