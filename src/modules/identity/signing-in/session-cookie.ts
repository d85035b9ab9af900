import type { Ctx } from '#platform/context';

/** How long a session lasts, by wall time; then the member signs in again. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const TOKEN = /^[A-Za-z0-9]{32}$/;

/** On https the name binds the cookie to this very host (`__Host-`). */
export function sessionCookieName(ctx: Ctx): string {
  return isSecure(ctx) ? '__Host-session' : 'session';
}

/** The token of a Cookie header; undefined when there is none or it cannot be one of ours. */
export function readSessionToken(cookieHeader: string | undefined, ctx: Ctx): string | undefined {
  if (!cookieHeader) return undefined;
  const wanted = `${sessionCookieName(ctx)}=`;
  for (const part of cookieHeader.split(';')) {
    const pair = part.trim();
    if (!pair.startsWith(wanted)) continue;
    const token = pair.slice(wanted.length);
    return TOKEN.test(token) ? token : undefined;
  }
  return undefined;
}

/** The Set-Cookie line that signs in: out of reach for scripts and foreign forms. */
export function sessionCookie(ctx: Ctx, token: string): string {
  return line(ctx, token, SESSION_SECONDS);
}

/** The Set-Cookie line that signs out. */
export function endedSessionCookie(ctx: Ctx): string {
  return line(ctx, '', 0);
}

function line(ctx: Ctx, value: string, maxAgeSeconds: number): string {
  const secure = isSecure(ctx) ? '; Secure' : '';
  return `${sessionCookieName(ctx)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

function isSecure(ctx: Ctx): boolean {
  return ctx.site.publicUrl.startsWith('https:');
}
