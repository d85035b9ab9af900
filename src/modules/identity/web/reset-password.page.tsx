import { Button, ErrorSummary, Form, Link, Stack, TextInput, useReader } from '#ui';
import { AuthCard } from '../fragments/auth-card.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';

interface FormView {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** Asks for the email to send a link to. */
export function AskResetPage({ errors, values }: FormView) {
  const { fields, reset } = identityWords(useReader());
  const foot = <Link href={identityPaths.signIn}>{reset.back}</Link>;
  return (
    <AuthCard title={reset.title} lead={reset.lead} foot={foot}>
      <Form action={identityPaths.resetPassword} errors={errors} values={values}>
        <Stack>
          <ErrorSummary />
          <TextInput
            name="email"
            type="email"
            label={fields.email}
            autocomplete="username"
            required
          />
          <Button size="large" block>
            {reset.submit}
          </Button>
        </Stack>
      </Form>
    </AuthCard>
  );
}

/** Chooses the new password behind a link. */
export function NewPasswordPage({ token, errors }: FormView & { token: string }) {
  const { fields, reset } = identityWords(useReader());
  return (
    <AuthCard title={reset.newTitle} lead={reset.newLead}>
      <Form action={identityPaths.resetPasswordLink(token)} errors={errors}>
        <Stack>
          <ErrorSummary />
          <TextInput
            name="password"
            type="password"
            label={fields.newPassword}
            hint={fields.passwordHint}
            autocomplete="new-password"
            required
          />
          <Button size="large" block>
            {reset.newSubmit}
          </Button>
        </Stack>
      </Form>
    </AuthCard>
  );
}
