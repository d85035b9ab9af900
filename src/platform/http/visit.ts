import { randomBytes } from 'node:crypto';
import type { Ctx } from '#platform/context';
import type { Locale, Reader } from '#platform/i18n';
import type { FastifyRequest } from 'fastify';
import { type Environment, type RequestState, setState } from './environment.ts';

const VISITOR_COOKIE = 'visitor';
const DEFAULT_TIME_ZONE = 'Asia/Riyadh';

/** The value of one cookie of a Cookie header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** A Set-Cookie line with our attributes: HttpOnly, Lax, the whole site, Secure on https. */
export function cookieLine(
  env: { secure: boolean },
  cookie: { name: string; value: string; maxAgeSeconds?: number },
): string {
  const age = cookie.maxAgeSeconds === undefined ? '' : `; Max-Age=${cookie.maxAgeSeconds}`;
  return `${cookie.name}=${cookie.value}; Path=/; HttpOnly; SameSite=Lax${env.secure ? '; Secure' : ''}${age}`;
}

/** `/en/...` is English, everything else Arabic; the prefix is taken off before routing. */
export function splitLocale(url: string): { locale: Locale; url: string } {
  if (url === '/en' || url.startsWith('/en?')) return { locale: 'en', url: `/${url.slice(3)}` };
  if (url.startsWith('/en/')) return { locale: 'en', url: url.slice(3) };
  return { locale: 'ar', url };
}

/** Learns language, theme and, unless a cached page will do, who is there. */
export async function beginVisit(env: Environment, request: FastifyRequest): Promise<RequestState> {
  const cookies = request.headers.cookie;
  const { locale } = splitLocale(request.originalUrl);
  const theme = themeOf(cookieOf(cookies, 'theme'));
  const state: RequestState = {
    locale,
    theme,
    visitor: undefined,
    visitorKey: cookieOf(cookies, VISITOR_COOKIE) ?? '',
    newCookies: [],
    cacheKey: undefined,
  };
  setState(request, state);
  if (request.method === 'GET' && !hasPersonalCookie(cookies)) {
    state.cacheKey = `${theme} ${request.originalUrl}`;
    if (env.cache.get(state.cacheKey)) return state;
  }
  const session = sessionIn(cookies);
  const ofStranger = state.visitorKey;
  // Bound to the cookie itself: also the page that says «try again» because nobody could be looked up
  // carries a token that holds once they can.
  if (session !== undefined) state.visitorKey = session;
  state.visitor = cookies ? await env.authenticate(cookies, env.ctx) : undefined;
  if (!state.visitor) state.visitorKey = ofStranger;
  return state;
}

const SESSION_COOKIES = ['__Host-session', '__Secure-session', 'session'];

function sessionIn(cookies: string | undefined): string | undefined {
  for (const name of SESSION_COOKIES) {
    const value = cookieOf(cookies, name);
    if (value) return value;
  }
  return undefined;
}

/** The key the CSRF token of a page is bound to; a stranger without one gets a visitor cookie. */
export function visitorKeyFor(env: Environment, state: RequestState): string {
  if (state.visitorKey === '') {
    state.visitorKey = randomBytes(16).toString('base64url');
    state.newCookies.push(cookieLine(env, { name: VISITOR_COOKIE, value: state.visitorKey }));
  }
  return state.visitorKey;
}

/** The context of one request: its reader and its actor. */
export function contextOf(env: Environment, state: RequestState): Ctx {
  const reader: Reader = {
    locale: state.locale,
    timeZone: state.visitor?.timeZone ?? DEFAULT_TIME_ZONE,
    digits: state.visitor?.digits ?? 'latn',
    calendar: state.visitor?.calendar ?? 'gregory',
  };
  return { ...env.ctx, reader, actor: state.visitor?.actor ?? { kind: 'stranger' } };
}

function hasPersonalCookie(cookies: string | undefined): boolean {
  return cookies !== undefined && /(?:^|;\s*)(?:__Host-|__Secure-)?(?:session|flash)/.test(cookies);
}

function themeOf(value: string | undefined): RequestState['theme'] {
  return value === 'light' || value === 'dark' ? value : 'auto';
}
