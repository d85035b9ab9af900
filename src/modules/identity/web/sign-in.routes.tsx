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
import { SignInRefused } from '../identity-errors.ts';
import { identityPaths } from '../identity-paths.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { ownPath } from '../own-path.ts';
import { endedSessionCookie, sessionCookie } from '../signing-in/session-cookie.ts';
import { signIn } from '../signing-in/sign-in.ts';
import { signOut } from '../signing-in/sign-out.ts';
import { signInForm } from './identity.forms.ts';
import { SignInPage, type SignInView } from './sign-in.page.tsx';

function show({ ctx }: HttpRequest, view: SignInView, status = 200): Answer {
  const { title } = identityWords(ctx.reader).signIn;
  const head = { title, canonicalPath: identityPaths.signIn };
  return page(head, <SignInPage {...view} />, { status });
}

async function openSession(request: HttpRequest): Promise<Answer> {
  const { ctx, body, ip, sessionId, raw } = request;
  const form = readForm(signInForm, body);
  const next = ownPath(body.next);
  const values = formValues(body);
  if (!form.ok)
    return show(request, { next, values, errors: errorTexts(ctx.reader, form.errors) }, 422);
  const { email, password } = form.values;
  try {
    const userAgent = raw.headers['user-agent'] ?? '';
    const { token, locale } = await signIn(ctx, { email, password, ip, userAgent });
    // Whoever was signed in here before is not any more: a session is never carried over.
    await signOut(ctx, { sessionId });
    return seeOther(next, { locale, cookies: [{ line: sessionCookie(ctx, token) }] });
  } catch (error) {
    if (!(error instanceof SignInRefused)) throw error;
    return show(request, { next, values, refused: true }, error.status);
  }
}

/** In and out of an account. */
export const signInRoutes: Route[] = [
  get(identityPaths.signIn, { access: 'public' }, (request) => {
    const next = ownPath(request.query.next);
    return request.ctx.actor.kind === 'member' ? seeOther(next) : show(request, { next });
  }),
  post(identityPaths.signIn, { access: 'public' }, openSession),
  post(identityPaths.signOut, { access: 'public' }, async ({ ctx, sessionId }) => {
    await signOut(ctx, { sessionId });
    return seeOther('/', {
      flash: { tone: 'info', code: 'identity-signed-out' },
      cookies: [{ line: endedSessionCookie(ctx) }],
    });
  }),
];
