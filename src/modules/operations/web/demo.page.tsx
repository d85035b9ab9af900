import {
  Bdi,
  Icon,
  type IconName,
  Link,
  LinkButton,
  PageHead,
  Panel,
  PostButton,
  Stack,
  Table,
  useReader,
  Wrap,
} from '#ui';
import { type DemoLogin, demoPassword } from '../demo-logins.report.ts';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';

/** What the demonstration is, who may be tried, and a tour. */
export function DemoPage({ logins }: { logins: readonly DemoLogin[] }) {
  const words = operationsWords(useReader()).demo;
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <Panel title={words.loginsTitle}>
          {logins.length > 0 ? <Logins logins={logins} /> : <NoLogins />}
        </Panel>
        <Panel title={words.tryTitle}>
          <ol class="numbered">
            {Object.entries(words.steps).map(([key, step]) => (
              <li key={key}>{step}</li>
            ))}
          </ol>
        </Panel>
        <Tools />
      </Stack>
    </Wrap>
  );
}

function Logins({ logins }: { logins: readonly DemoLogin[] }) {
  const words = operationsWords(useReader()).demo;
  return (
    <Stack>
      <p>
        {words.password} <code dir="ltr">{demoPassword}</code>
      </p>
      <Table
        caption={words.loginsCaption}
        rows={logins}
        rowKey={(login) => login.email}
        columns={[
          { header: words.member, primary: true, cell: (login) => <Bdi>{login.displayName}</Bdi> },
          { header: words.email, cell: (login) => <Bdi dir="ltr">{login.email}</Bdi> },
          { header: words.can, cell: (login) => words.roles[login.role] },
          { header: words.entering, cell: (login) => <Enter login={login} /> },
        ]}
      />
    </Stack>
  );
}

/** Signs in with one press: the form of the sign-in page, filled in. */
function Enter({ login }: { login: DemoLogin }) {
  const words = operationsWords(useReader()).demo;
  const next = login.role === 'buyer' || login.role === 'seller' ? '/' : operationsPaths.staff;
  return (
    <PostButton
      action="/sign-in"
      kind="secondary"
      size="small"
      fields={{ email: login.email, password: demoPassword, next }}
      aria-label={words.enterAs(login.displayName)}
    >
      {words.enter}
    </PostButton>
  );
}

function NoLogins() {
  const words = operationsWords(useReader()).demo;
  return (
    <Stack>
      <p>{words.noLogins}</p>
      <LinkButton href="/sign-up">{words.signUp}</LinkButton>
    </Stack>
  );
}

function Tools() {
  const { demo, outbox, clock } = operationsWords(useReader());
  const tools: readonly { href: string; icon: IconName; title: string; text: string }[] = [
    { href: operationsPaths.outbox, icon: 'mail', title: outbox.title, text: demo.outboxText },
    { href: operationsPaths.clock, icon: 'timer', title: clock.title, text: demo.clockText },
    { href: '/_design', icon: 'palette', title: demo.designTitle, text: demo.designText },
  ];
  return (
    <section aria-label={demo.tools}>
      <ul class="door-grid">
        {tools.map((tool) => (
          <li key={tool.href} class="door">
            <Icon name={tool.icon} />
            <Link href={tool.href}>{tool.title}</Link>
            <p class="mute">{tool.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
