import { Readable } from 'node:stream';
import { NotFound, Refusal, SignInRequired } from '#platform/refusals';
import { barePath } from '#platform/i18n';
import { sendAnswer } from './answer.ts';
import { type Exchange, rawBodyOf, stateOf } from './environment.ts';
import type { HttpRequest, Route } from './route.ts';
import { type MultipartBody, readMultipart } from './uploads.ts';

/** Guards in order: sign-in, role, body, CSRF token; then the route; then its answer or refusal. */
export async function runRoute(exchange: Exchange, route: Route): Promise<unknown> {
  let upload: MultipartBody | undefined;
  if (route.headers) exchange.reply.headers(route.headers);
  try {
    admit(exchange, route);
    upload = await readBody(exchange, route);
    const request = httpRequest(exchange, upload);
    if (acts(route) && route.access !== 'signed') checkOrigin(exchange, route, request);
    return await runAndSend(exchange, route, request);
  } catch (error) {
    if (error instanceof SignInRequired && wantsPage(exchange)) {
      const next = exchange.request.method === 'GET' ? barePath(exchange.request.originalUrl) : '/';
      return sendAnswer(exchange, {
        kind: 'redirect',
        to: `/sign-in?next=${encodeURIComponent(next)}`,
      });
    }
    throw error;
  } finally {
    await upload?.dispose();
  }
}

function acts({ method }: Route): boolean {
  return method === 'POST' || method === 'PATCH' || method === 'DELETE';
}

async function runAndSend(
  exchange: Exchange,
  route: Route,
  request: HttpRequest,
): Promise<unknown> {
  try {
    return await sendAnswer(exchange, await route.run(request));
  } catch (error) {
    const back = error instanceof Refusal && error.status === 409 && route.refusedTo;
    if (!back || !wantsPage(exchange)) throw error;
    const { code, details } = error as Refusal;
    return sendAnswer(exchange, {
      kind: 'redirect',
      to: back(request),
      flash: { tone: 'danger', code, details: plainDetails(details) },
    });
  }
}

function plainDetails(details: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(details, (_key, value) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
  );
}

function wantsPage({ request }: Exchange): boolean {
  const accept = request.headers.accept;
  return accept === undefined || accept.includes('text/html') || accept.includes('*/*');
}

function admit({ ctx }: Exchange, route: Route): void {
  if (route.access === 'public' || route.access === 'signed') return;
  if (ctx.actor.kind !== 'member') throw new SignInRequired();
  if (route.access === 'member') return;
  const { roles } = ctx.actor;
  if (!route.access.roles.some((role) => roles.includes(role)) && !roles.includes('admin'))
    throw new NotFound();
}

async function readBody({ request }: Exchange, route: Route): Promise<MultipartBody | undefined> {
  if (!request.isMultipart?.()) return undefined;
  const limits = {
    fileLimitBytes: route.fileLimitBytes ?? 1,
    fileCount: route.fileLimitBytes ? (route.fileCount ?? 5) : 0,
  };
  return readMultipart(request, limits);
}

function checkOrigin(exchange: Exchange, route: Route, request: HttpRequest): void {
  if (route.withoutToken === undefined) return checkToken(exchange, request);
  if (exchange.request.headers['sec-fetch-site'] === 'cross-site')
    throw new Refusal('csrf-failed', { status: 403 });
}

function checkToken({ env, request }: Exchange, { body }: HttpRequest): void {
  const token = body._csrf ?? request.headers['x-csrf-token'];
  if (!env.csrf.check(stateOf(request).visitorKey, token))
    throw new Refusal('csrf-failed', { status: 403 });
}

function httpRequest(
  { env, request, ctx }: Exchange,
  upload: MultipartBody | undefined,
): HttpRequest {
  const state = stateOf(request);
  const body = upload?.fields ?? request.body;
  return {
    ctx,
    params: soundParams(request.params as Record<string, string>),
    query: withoutNul(request.query as HttpRequest['query']),
    body: isRecord(body) ? body : {},
    files: upload?.files ?? [],
    stream: request.body instanceof Readable ? request.body : undefined,
    url: barePath(request.originalUrl),
    ip: request.ip,
    sessionId: state.visitor?.sessionId,
    shared: state.cacheKey !== undefined,
    rawBody: rawBodyOf(request),
    live: env.live,
    raw: request,
  };
}

/** No name of anything holds a NUL, which the database would not even take as text. */
function soundParams(params: Record<string, string>): Record<string, string> {
  if (Object.values(params).some((value) => value.includes('\0'))) throw new NotFound();
  return params;
}

function withoutNul(query: HttpRequest['query']): HttpRequest['query'] {
  const clean = (text: string) => text.replaceAll('\0', '');
  const entries = Object.entries(query).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(clean) : value === undefined ? undefined : clean(value),
  ]);
  return Object.fromEntries(entries) as HttpRequest['query'];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value as Readable).pipe
  );
}
