import { Button, Checkbox, ErrorSummary, Form, Link, Stack, TextInput, useReader } from '#ui';
import { AuthCard } from '../fragments/auth-card.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';

export interface SignUpView {
  open: boolean;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

function ConsentLabel() {
  const words = identityWords(useReader()).signUp;
  return (
    <>
      {words.consentBefore}
      <Link href="/terms">{words.terms}</Link>
      {words.consentBetween}
      <Link href="/privacy">{words.privacy}</Link>
    </>
  );
}

function SignUpFields() {
  const { fields, signUp } = identityWords(useReader());
  return (
    <Stack>
      <ErrorSummary />
      <TextInput
        name="displayName"
        label={fields.displayName}
        hint={fields.displayNameHint}
        autocomplete="name"
        maxLength={50}
        required
      />
      <TextInput name="email" type="email" label={fields.email} autocomplete="email" required />
      <TextInput
        name="password"
        type="password"
        label={fields.password}
        hint={fields.passwordHint}
        autocomplete="new-password"
        required
      />
      <div>
        <Checkbox name="adult" label={signUp.adult} required />
        <Checkbox name="consent" label={<ConsentLabel />} required />
      </div>
      <Button size="large" block>
        {signUp.submit}
      </Button>
    </Stack>
  );
}

/** One form to an account: name, email, password, two declarations. */
export function SignUpPage({ open, errors, values }: SignUpView) {
  const { signUp } = identityWords(useReader());
  const foot = (
    <>
      {signUp.haveAccount} <Link href={identityPaths.signIn}>{signUp.signIn}</Link>
    </>
  );
  if (!open) {
    return (
      <AuthCard title={signUp.closed} lead={signUp.closedText} foot={foot}>
        {null}
      </AuthCard>
    );
  }
  return (
    <AuthCard title={signUp.title} lead={signUp.lead} foot={foot}>
      <Form action={identityPaths.signUp} errors={errors} values={values}>
        <SignUpFields />
      </Form>
    </AuthCard>
  );
}
