import { formatDuration } from '#platform/i18n';
import { HOUR_MS } from '#platform/time';
import {
  Button,
  DateTime,
  Form,
  PageHead,
  Panel,
  PostButton,
  Stack,
  StatRow,
  StatTile,
  TextInput,
  usePage,
  useReader,
  Wrap,
} from '#ui';
import type { Outlook } from '../clock-outlook.report.ts';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';
import { clockStepHours } from './clock.forms.ts';

const DAY_HOURS = 24;

export interface ClockView {
  offsetMs: number;
  /** One for each of `clockStepHours`. */
  outlooks: readonly Outlook[];
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** The clock of the demonstration: what it says, what moving it sets off. */
export function ClockPage({ view }: { view: ClockView }) {
  const reader = useReader();
  const words = operationsWords(reader).clock;
  const { now } = usePage();
  const ahead = Math.abs(view.offsetMs) >= HOUR_MS / 60;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <StatRow>
          <StatTile
            label={words.now}
            icon="clock"
            tone="info"
            value={<DateTime at={now} style="weekdayDateTime" />}
            note={ahead ? words.ahead(formatDuration(reader, view.offsetMs)) : words.same}
          />
        </StatRow>
        <Panel title={words.moveTitle}>
          <ul class="clock-steps">
            {clockStepHours.map((hours, index) => (
              <ClockStep key={hours} hours={hours} outlook={view.outlooks[index]} />
            ))}
          </ul>
          <p class="mute">{words.onlyForward}</p>
        </Panel>
        <Panel title={words.customTitle}>
          <Form
            action={operationsPaths.clock}
            class="inline-form"
            errors={view.errors}
            values={view.values}
          >
            <TextInput
              name="hours"
              label={words.custom}
              hint={words.customHint}
              inputMode="numeric"
              dir="ltr"
              required
            />
            <Button kind="secondary">{words.customMove}</Button>
          </Form>
        </Panel>
      </Stack>
    </Wrap>
  );
}

function ClockStep({ hours, outlook }: { hours: number; outlook: Outlook | undefined }) {
  const words = operationsWords(useReader()).clock;
  const length = hours % DAY_HOURS === 0 ? words.days(hours / DAY_HOURS) : words.hours(hours);
  return (
    <li>
      <PostButton
        action={operationsPaths.clock}
        kind="secondary"
        icon="timer"
        fields={{ hours: String(hours) }}
      >
        {words.move(length)}
      </PostButton>
      {outlook && (
        <span class="mute">
          {words.due.steps(outlook.orderSteps)} · {words.due.clearings(outlook.clearings)}
        </span>
      )}
    </li>
  );
}
