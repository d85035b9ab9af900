import { requireMember } from '#platform/context';
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
import { askEmailChange } from '../email-change/ask-email-change.ts';
import { findEmailChange } from '../email-change/email-change-store.ts';
import { identityPaths } from '../identity-paths.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { getMemberWithEmail } from '../member-store.ts';
import { changePassword } from '../passwords/change-password.ts';
import { revokeOtherSessions } from '../signing-in/revoke-other-sessions.ts';
import { revokeSession } from '../signing-in/revoke-session.ts';
import { listSessionsOf } from '../signing-in/session-store.ts';
import { changeEmailForm, changePasswordForm, fieldErrorsOf } from './identity.forms.ts';
import { SecurityPage, type SecurityView } from './security.page.tsx';

const members = { access: 'member', refusedTo: () => identityPaths.security } as const;

async function show(request: HttpRequest, refused?: SecurityView['refused']): Promise<Answer> {
  const { ctx, sessionId } = request;
  const memberId = requireMember(ctx);
  const { email } = await getMemberWithEmail(ctx, memberId);
  const view: SecurityView = {
    email,
    waitingEmail: (await findEmailChange(ctx, memberId))?.newEmail,
    sessions: await listSessionsOf(ctx, memberId),
    currentSessionId: sessionId,
    refused,
  };
  const title = identityWords(ctx.reader).settings.security;
  return page({ title, noindex: true }, <SecurityPage {...view} />, {
    status: refused ? 422 : 200,
  });
}

function refuse(
  request: HttpRequest,
  form: 'password' | 'email',
  codes: Record<string, string>,
): Promise<Answer> {
  const errors = errorTexts(request.ctx.reader, codes);
  return show(request, { form, errors, values: formValues(request.body) });
}

async function refusedEmail(
  { ctx }: HttpRequest,
  form: { newEmail: string; ownPassword: string },
): Promise<Record<string, string> | undefined> {
  const { newEmail, ownPassword } = form;
  const act = () => askEmailChange(ctx, { newEmail, currentPassword: ownPassword });
  const errors = await fieldErrorsOf(act);
  if (!errors?.currentPassword) return errors;
  return { ownPassword: errors.currentPassword };
}

function backWith(code: string): Answer {
  return seeOther(identityPaths.security, { flash: { tone: 'good', code } });
}

/** Password, email, sessions. */
export const securityRoutes: Route[] = [
  get(identityPaths.security, members, (request) => show(request)),
  post(identityPaths.password, members, async (request) => {
    const { ctx, body, sessionId } = request;
    const form = readForm(changePasswordForm, body);
    const errors = form.ok
      ? await fieldErrorsOf(() => changePassword(ctx, { ...form.values, sessionId }))
      : form.errors;
    return errors ? refuse(request, 'password', errors) : backWith('identity-password-changed');
  }),
  post(identityPaths.email, members, async (request) => {
    const form = readForm(changeEmailForm, request.body);
    const errors = form.ok ? await refusedEmail(request, form.values) : form.errors;
    return errors ? refuse(request, 'email', errors) : backWith('identity-email-asked');
  }),
  post(identityPaths.otherSessions, members, async ({ ctx, sessionId }) => {
    await revokeOtherSessions(ctx, { sessionId });
    return backWith('identity-sessions-ended');
  }),
  post(identityPaths.session(':sessionId'), members, async ({ ctx, params }) => {
    await revokeSession(ctx, { sessionId: params.sessionId ?? '' });
    return backWith('identity-session-ended');
  }),
];
