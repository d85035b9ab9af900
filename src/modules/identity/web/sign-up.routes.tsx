import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { flag } from '#settings';
import { identityPaths } from '../identity-paths.ts';
import { signUp } from '../joining/sign-up.ts';
import { requireStrongPassword } from '../passwords/password-strength.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { fieldErrorsOf, signUpForm } from './identity.forms.ts';
import { SignUpPage, type SignUpView } from './sign-up.page.tsx';

function show({ ctx }: HttpRequest, view: SignUpView, status = 200): Answer {
  const { title, lead } = identityWords(ctx.reader).signUp;
  const head = { title, description: lead, canonicalPath: identityPaths.signUp };
  return page(head, <SignUpPage {...view} />, { status });
}

/** Says everything at once: a weak password is named beside what else is missing. */
async function judgePassword(body: Record<string, unknown>): Promise<void> {
  const { password, email, displayName } = body;
  if (typeof password !== 'string' || password === '') return;
  await requireStrongPassword(password, [String(email ?? ''), String(displayName ?? '')]);
}

/** The first wrong field gets the focus: the first on the page, not the first judged. */
function inFormOrder(errors: Record<string, string>): Record<string, string> {
  const names = Object.keys(signUpForm.shape).filter((name) => name in errors);
  return Object.fromEntries(names.map((name) => [name, errors[name] ?? '']));
}

/** An account for who has none. */
export const signUpRoutes: Route[] = [
  get(identityPaths.signUp, { access: 'public' }, async (request) => {
    const { ctx } = request;
    if (ctx.actor.kind === 'member') return seeOther('/');
    return show(request, { open: await flag(ctx, 'sign-up') });
  }),
  post(
    identityPaths.signUp,
    { access: 'public', refusedTo: () => identityPaths.signUp },
    async (request) => {
      const { ctx, body, ip } = request;
      const form = readForm(signUpForm, body);
      const { locale } = ctx.reader;
      const errors = form.ok
        ? await fieldErrorsOf(() => signUp(ctx, { ...form.values, locale, ip }))
        : inFormOrder({ ...(await fieldErrorsOf(() => judgePassword(body))), ...form.errors });
      if (!errors) return seeOther(identityPaths.verifyEmail);
      const view = { open: true, errors: errorTexts(ctx.reader, errors), values: formValues(body) };
      return show(request, view, 422);
    },
  ),
];
