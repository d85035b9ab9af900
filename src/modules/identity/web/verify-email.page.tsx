import {
  Button,
  ErrorSummary,
  Form,
  Link,
  LinkButton,
  Panel,
  Stack,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { AuthCard } from '../fragments/auth-card.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';

export interface CheckInboxView {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** After sign-up: what to do now, and a way to another mail. */
export function CheckInboxPage({ errors, values }: CheckInboxView) {
  const { fields, verify, link } = identityWords(useReader());
  const foot = <Link href={identityPaths.signIn}>{link.toSignIn}</Link>;
  return (
    <>
      <AuthCard title={verify.title} lead={verify.lead}>
        <ol class="auth-steps">
          {verify.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </AuthCard>
      <Wrap narrow>
        <Panel title={verify.notArrived} class="auth-next">
          <Form action={identityPaths.verifyEmail} errors={errors} values={values}>
            <Stack>
              <ErrorSummary />
              <TextInput
                name="email"
                type="email"
                label={fields.email}
                hint={verify.resendHint}
                autocomplete="email"
                required
              />
              <Button kind="secondary">{verify.resend}</Button>
            </Stack>
          </Form>
        </Panel>
        <p class="auth-foot">{foot}</p>
      </Wrap>
    </>
  );
}

/** What a link in a mail opens: one button, so that a mail scanner's visit uses nothing up. */
export function ConfirmPage(props: {
  title: string;
  text: string;
  button: string;
  action: string;
}) {
  return (
    <AuthCard title={props.title} lead={props.text}>
      <Form action={props.action}>
        <Button size="large" block>
          {props.button}
        </Button>
      </Form>
    </AuthCard>
  );
}

/** A used or expired link: what happened, that nothing was lost, what to do. */
export function VoidLinkPage(props: { href: string; label: string }) {
  const { link } = identityWords(useReader());
  return (
    <AuthCard title={link.voidTitle} lead={link.voidText}>
      <LinkButton href={props.href} block>
        {props.label}
      </LinkButton>
    </AuthCard>
  );
}
