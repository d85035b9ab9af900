import {
  type Answer,
  get,
  type HttpRequest,
  page,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { identityPaths } from '../identity-paths.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { isLinkLive } from '../one-time-link.ts';
import { requestPasswordReset } from '../passwords/request-password-reset.ts';
import { resetPassword } from '../passwords/reset-password.ts';
import { emailForm, fieldErrorsOf, newPasswordForm } from './identity.forms.ts';
import { AskResetPage, NewPasswordPage } from './reset-password.page.tsx';
import { VoidLinkPage } from './verify-email.page.tsx';

async function showNewPassword(
  { ctx, params }: HttpRequest,
  errors?: Record<string, string>,
): Promise<Answer> {
  const { reset, link } = identityWords(ctx.reader);
  const head = { title: reset.newTitle, noindex: true };
  const token = params.token ?? '';
  if (!(await isLinkLive(ctx, { purposes: ['reset-password'], token }))) {
    const otherwise = { href: identityPaths.resetPassword, label: link.newReset };
    return page(head, <VoidLinkPage {...otherwise} />, { status: 410 });
  }
  return page(head, <NewPasswordPage token={token} errors={errors} />, {
    status: errors ? 422 : 200,
  });
}

/** A new password for who forgot the old one. */
export const resetPasswordRoutes: Route[] = [
  get(identityPaths.resetPassword, { access: 'public' }, ({ ctx }) => {
    const { title } = identityWords(ctx.reader).reset;
    return page({ title, canonicalPath: identityPaths.resetPassword }, <AskResetPage />);
  }),
  post(identityPaths.resetPassword, { access: 'public' }, async ({ ctx, body, ip }) => {
    const form = readForm(emailForm, body);
    if (!form.ok) {
      const { title } = identityWords(ctx.reader).reset;
      const view = { errors: errorTexts(ctx.reader, form.errors), values: form.raw };
      return page({ title, noindex: true }, <AskResetPage {...view} />, { status: 422 });
    }
    await requestPasswordReset(ctx, { email: form.values.email, ip });
    const flash = { tone: 'info', code: 'identity-reset-sent' } as const;
    return seeOther(identityPaths.signIn, { flash });
  }),
  get(
    identityPaths.resetPasswordLink(':token'),
    { access: 'public', notAPage: 'a link that works once' },
    (request) => showNewPassword(request),
  ),
  post(
    identityPaths.resetPasswordLink(':token'),
    { access: 'public', refusedTo: () => identityPaths.resetPassword },
    async (request) => {
      const { ctx, body, params, ip } = request;
      const form = readForm(newPasswordForm, body);
      const token = params.token ?? '';
      const errors = form.ok
        ? await fieldErrorsOf(() => resetPassword(ctx, { ...form.values, token, ip }))
        : form.errors;
      if (errors) return showNewPassword(request, errorTexts(ctx.reader, errors));
      const flash = { tone: 'good', code: 'identity-password-reset' } as const;
      return seeOther(identityPaths.signIn, { flash });
    },
  ),
];
