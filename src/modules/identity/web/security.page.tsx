import {
  Badge,
  Banner,
  Bdi,
  Button,
  DateTime,
  ErrorSummary,
  Form,
  Icon,
  Panel,
  PostButton,
  Stack,
  TextInput,
  useReader,
} from '#ui';
import { deviceOf } from '../device.ts';
import { SettingsFrame } from '../fragments/settings-frame.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import type { OpenSession } from '../signing-in/session-store.ts';

export interface SecurityView {
  email: string;
  /** The address a change waits for. */
  waitingEmail: string | undefined;
  sessions: readonly OpenSession[];
  currentSessionId: string | undefined;
  /** The form that was refused, and why. */
  refused?: {
    form: 'password' | 'email';
    errors: Record<string, string>;
    values: Record<string, string | string[]>;
  };
}

type Refused = SecurityView['refused'];

function PasswordForm({ refused }: { refused: Refused }) {
  const { fields, security } = identityWords(useReader());
  return (
    <Panel title={security.passwordTitle} id="password">
      <Form action={identityPaths.password} errors={refused?.errors}>
        <Stack>
          <p class="mute">{security.passwordText}</p>
          <ErrorSummary />
          <TextInput
            name="currentPassword"
            type="password"
            label={fields.currentPassword}
            autocomplete="current-password"
            required
          />
          <TextInput
            name="password"
            type="password"
            label={fields.newPassword}
            hint={fields.passwordHint}
            autocomplete="new-password"
            required
          />
          <Button kind="secondary">{security.passwordSave}</Button>
        </Stack>
      </Form>
    </Panel>
  );
}

function EmailForm(props: { email: string; waiting: string | undefined; refused: Refused }) {
  const { fields, security } = identityWords(useReader());
  return (
    <Panel title={security.emailTitle} id="email">
      <Form
        action={identityPaths.email}
        errors={props.refused?.errors}
        values={props.refused?.values}
      >
        <Stack>
          <div>
            <p>
              {security.emailNow} <Bdi dir="ltr">{props.email}</Bdi>
            </p>
            <p class="mute">{security.emailText}</p>
          </div>
          {props.waiting && (
            <Banner>
              <p>{security.emailWaits(`\u2066${props.waiting}\u2069`)}</p>
            </Banner>
          )}
          <ErrorSummary />
          <TextInput
            name="newEmail"
            type="email"
            label={fields.newEmail}
            autocomplete="email"
            required
          />
          <TextInput
            name="ownPassword"
            type="password"
            label={fields.currentPassword}
            autocomplete="current-password"
            required
          />
          <Button kind="secondary">{security.emailSave}</Button>
        </Stack>
      </Form>
    </Panel>
  );
}

function SessionRow({ session, current }: { session: OpenSession; current: boolean }) {
  const { security } = identityWords(useReader());
  const { browser, system } = deviceOf(session.userAgent);
  const name = browser ?? security.unknownBrowser;
  const device = system ? security.on(name, system) : name;
  return (
    <li class="session-row">
      <Icon name={system === 'Android' || system === 'iOS' ? 'smartphone' : 'monitor'} />
      <div>
        <p class="session-name">
          <Bdi>{device}</Bdi> {current && <Badge tone="good">{security.thisDevice}</Badge>}
        </p>
        <p class="mute">
          {security.since} <DateTime at={session.openedAt} style="dateTime" />
          {session.ip && (
            <>
              {' · '}
              <Bdi dir="ltr">{session.ip}</Bdi>
            </>
          )}
        </p>
      </div>
      {!current && (
        <PostButton
          action={identityPaths.session(session.sessionId)}
          kind="quiet"
          size="small"
          aria-label={security.endSessionOf(device)}
        >
          {security.endSession}
        </PostButton>
      )}
    </li>
  );
}

function SessionList(props: Pick<SecurityView, 'sessions' | 'currentSessionId'>) {
  const { security } = identityWords(useReader());
  return (
    <Panel title={security.sessionsTitle} id="sessions">
      <p class="mute">{security.sessionsText}</p>
      <ul class="session-list">
        {props.sessions.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            current={session.sessionId === props.currentSessionId}
          />
        ))}
      </ul>
      {props.sessions.length > 1 && (
        <PostButton action={identityPaths.otherSessions} kind="secondary">
          {security.endOthers}
        </PostButton>
      )}
    </Panel>
  );
}

/** Password, email and the devices that are signed in. */
export function SecurityPage(view: SecurityView) {
  const { refused } = view;
  return (
    <SettingsFrame current="security">
      <Stack gap={6}>
        <PasswordForm refused={refused?.form === 'password' ? refused : undefined} />
        <EmailForm
          email={view.email}
          waiting={view.waitingEmail}
          refused={refused?.form === 'email' ? refused : undefined}
        />
        <SessionList sessions={view.sessions} currentSessionId={view.currentSessionId} />
      </Stack>
    </SettingsFrame>
  );
}
