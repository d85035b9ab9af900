import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Flash } from './route.ts';
import { cookieLine, cookieOf } from './visit.ts';

const NAME = 'flash';

/** The Set-Cookie line that carries one signed sentence to the next page. */
export function flashCookie(env: { secure: boolean; secret: string }, flash: Flash): string {
  const body = Buffer.from(JSON.stringify(flash)).toString('base64url');
  return cookieLine(env, {
    name: NAME,
    value: `${body}.${sign(env.secret, body)}`,
    maxAgeSeconds: 60,
  });
}

/** Reads and verifies the sentence, if one is waiting. */
export function readFlash(secret: string, cookies: string | undefined): Flash | undefined {
  const [body, signature] = cookieOf(cookies, NAME)?.split('.') ?? [];
  if (!body || !signature) return undefined;
  const expected = Buffer.from(sign(secret, body));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as Flash;
}

/** The Set-Cookie line that forgets it once shown. */
export function clearFlashCookie(env: { secure: boolean }): string {
  return cookieLine(env, { name: NAME, value: '', maxAgeSeconds: 0 });
}

function sign(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`flash:${body}`).digest('base64url');
}
