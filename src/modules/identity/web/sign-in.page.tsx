import { Banner, Button, ErrorSummary, Form, Link, Stack, TextInput, useReader } from '#ui';
import { AuthCard } from '../fragments/auth-card.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';

export interface SignInView {
  next: string;
  /** Email and password did not open an account. */
  refused?: boolean;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

function RefusedBanner() {
  const { signIn } = identityWords(useReader());
  return (
    <Banner
      tone="danger"
      title={signIn.refusedTitle}
      action={<Link href={identityPaths.verifyEmail}>{signIn.resend}</Link>}
    >
      <p>{signIn.refusedText}</p>
    </Banner>
  );
}

/** Email, password, and the ways on for who has no account or forgot. */
export function SignInPage({ next, refused, errors, values }: SignInView) {
  const { fields, signIn } = identityWords(useReader());
  const foot = (
    <>
      {signIn.noAccount} <Link href={identityPaths.signUp}>{signIn.signUp}</Link>
    </>
  );
  return (
    <AuthCard title={signIn.title} lead={signIn.lead} foot={foot}>
      <Form action={identityPaths.signIn} errors={errors} values={values}>
        <Stack>
          {refused && <RefusedBanner />}
          <ErrorSummary />
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="email"
            type="email"
            label={fields.email}
            autocomplete="username"
            required
          />
          <TextInput
            name="password"
            type="password"
            label={fields.password}
            autocomplete="current-password"
            required
          />
          <Button size="large" block>
            {signIn.submit}
          </Button>
          <p class="center">
            <Link href={identityPaths.resetPassword}>{signIn.forgot}</Link>
          </p>
        </Stack>
      </Form>
    </AuthCard>
  );
}
