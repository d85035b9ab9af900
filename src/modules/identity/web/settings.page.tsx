import { formatDate, isolateLtr, type Reader } from '#platform/i18n';
import {
  Button,
  ErrorSummary,
  Form,
  Panel,
  RadioGroup,
  Select,
  Stack,
  usePage,
  useReader,
} from '#ui';
import { SettingsFrame } from '../fragments/settings-frame.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import { countryOfZone, nearTimeZones, timeZones } from '../profile/time-zones.ts';

const LANGUAGES = [
  { value: 'ar', label: 'العربية' },
  { value: 'en', label: 'English' },
];

/** A zone by its country where that says it, else by its city, with the distance from Greenwich. */
function zoneOption(reader: Reader, now: Date, zone: string) {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' });
  const parts = format.formatToParts(now);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const country = countryOfZone(zone);
  const names = new Intl.DisplayNames(reader.locale, { type: 'region' });
  const name = country ? names.of(country) : isolateLtr(zone.replaceAll('_', ' '));
  return { value: zone, label: `${name} ${isolateLtr(offset)}` };
}

function ZoneSelect({ value }: { value: string }) {
  const { now, reader } = usePage();
  const { settings } = identityWords(reader);
  const rest = timeZones.slice(nearTimeZones.length);
  const options = (zones: readonly string[]) => zones.map((zone) => zoneOption(reader, now, zone));
  return (
    <Select
      name="timeZone"
      label={settings.timeZone}
      hint={settings.timeZoneHint(formatDate({ ...reader, timeZone: value }, now, 'time'))}
      value={value}
      groups={[
        { label: settings.near, options: options(nearTimeZones) },
        { label: settings.everywhere, options: options(rest) },
      ]}
      required
    />
  );
}

function ReadingFields({ preferences }: { preferences: Reader }) {
  const { settings } = identityWords(useReader());
  return (
    <Stack gap={6}>
      <ErrorSummary />
      <RadioGroup
        name="locale"
        label={settings.locale}
        hint={settings.localeHint}
        options={LANGUAGES}
        value={preferences.locale}
        inline
        required
      />
      <ZoneSelect value={preferences.timeZone} />
      <RadioGroup
        name="digits"
        label={settings.digits}
        options={[
          { value: 'latn', label: settings.digitsLatn },
          { value: 'arab', label: settings.digitsArab },
        ]}
        value={preferences.digits}
        inline
        required
      />
      <RadioGroup
        name="calendar"
        label={settings.calendar}
        options={[
          { value: 'gregory', label: settings.gregory },
          { value: 'islamic-umalqura', label: settings.islamic },
        ]}
        value={preferences.calendar}
        inline
        required
      />
      <Button>{settings.save}</Button>
    </Stack>
  );
}

/** Language, zone, digits, calendar. */
export function SettingsPage(props: {
  preferences: Reader;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}) {
  return (
    <SettingsFrame current="settings">
      <Panel>
        <Form action={identityPaths.settings} errors={props.errors} values={props.values}>
          <ReadingFields preferences={props.preferences} />
        </Form>
      </Panel>
    </SettingsFrame>
  );
}
