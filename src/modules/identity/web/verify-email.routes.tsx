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
import { confirmEmailChange } from '../email-change/confirm-email-change.ts';
import { identityPaths } from '../identity-paths.ts';
import { resendVerification } from '../joining/resend-verification.ts';
import { verifyEmail } from '../joining/verify-email.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { isLinkLive, type LinkPurpose } from '../one-time-link.ts';
import { emailForm } from './identity.forms.ts';
import {
  CheckInboxPage,
  type CheckInboxView,
  ConfirmPage,
  VoidLinkPage,
} from './verify-email.page.tsx';

const GONE = 410;
const oneTime = { access: 'public', notAPage: 'a link that works once' } as const;

function showInbox({ ctx }: HttpRequest, view: CheckInboxView, status = 200): Answer {
  const { title } = identityWords(ctx.reader).verify;
  return page({ title, noindex: true }, <CheckInboxPage {...view} />, { status });
}

/** The page behind a link: its one button while it works, else a way to another link. */
async function showLink(
  { ctx, params }: HttpRequest,
  link: {
    purposes: readonly LinkPurpose[];
    confirm: { title: string; text: string; button: string; action: string };
    otherwise: { href: string; label: string };
  },
): Promise<Answer> {
  const live = await isLinkLive(ctx, { purposes: link.purposes, token: params.token ?? '' });
  const head = { title: link.confirm.title, noindex: true };
  if (!live) return page(head, <VoidLinkPage {...link.otherwise} />, { status: GONE });
  return page(head, <ConfirmPage {...link.confirm} />);
}

const verifyRoutes: Route[] = [
  get(identityPaths.verifyEmail, { access: 'public' }, (request) => showInbox(request, {})),
  post(identityPaths.verifyEmail, { access: 'public' }, async (request) => {
    const { ctx, body, ip } = request;
    const form = readForm(emailForm, body);
    if (!form.ok) {
      return showInbox(
        request,
        { errors: errorTexts(ctx.reader, form.errors), values: form.raw },
        422,
      );
    }
    await resendVerification(ctx, { email: form.values.email, ip });
    const flash = { tone: 'info', code: 'identity-verification-sent' } as const;
    return seeOther(identityPaths.verifyEmail, { flash });
  }),
  get(identityPaths.verifyEmailLink(':token'), oneTime, (request) => {
    const { verify, link } = identityWords(request.ctx.reader);
    const action = identityPaths.verifyEmailLink(request.params.token ?? '');
    const { confirmTitle: title, confirmText: text, confirm: button } = verify;
    return showLink(request, {
      purposes: ['verify-email'],
      confirm: { title, text, button, action },
      otherwise: { href: identityPaths.verifyEmail, label: link.newVerify },
    });
  }),
  post(
    identityPaths.verifyEmailLink(':token'),
    { access: 'public', refusedTo: () => identityPaths.verifyEmail },
    async ({ ctx, params, ip }) => {
      await verifyEmail(ctx, { token: params.token ?? '', ip });
      const flash = { tone: 'good', code: 'identity-verified' } as const;
      return seeOther(identityPaths.signIn, { flash });
    },
  ),
];

const emailChangeRoutes: Route[] = [
  get(identityPaths.emailChangeLink(':token'), oneTime, (request) => {
    const { emailChange, link } = identityWords(request.ctx.reader);
    const action = identityPaths.emailChangeLink(request.params.token ?? '');
    const { title, confirmText: text, confirm: button } = emailChange;
    return showLink(request, {
      purposes: ['confirm-old-email', 'confirm-new-email'],
      confirm: { title, text, button, action },
      otherwise: { href: identityPaths.security, label: link.toSettings },
    });
  }),
  post(
    identityPaths.emailChangeLink(':token'),
    { access: 'public', refusedTo: () => identityPaths.security },
    async ({ ctx, params, ip }) => {
      const { done } = await confirmEmailChange(ctx, { token: params.token ?? '', ip });
      const code = done ? 'identity-email-changed' : 'identity-email-half';
      return seeOther(identityPaths.security, { flash: { tone: 'good', code } });
    },
  ),
];

/** Links that prove an address: of a new account, and of a changed email. */
export const verifyEmailRoutes: Route[] = [...verifyRoutes, ...emailChangeRoutes];
