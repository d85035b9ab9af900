import { createHmac } from 'node:crypto';
import CsrfTokens from '@fastify/csrf';

const tokens = new CsrfTokens.Tokens({}) as CsrfTokens.TokensSimple;

/** Makes and checks tokens bound to one visitor: the session, or the visitor cookie before sign-in. */
export interface Csrf {
  make(visitorKey: string): string;
  check(visitorKey: string, token: unknown): boolean;
}

/** Tokens are salted each time (no BREACH) and void with the session that they were made for. */
export function openCsrf(secret: string): Csrf {
  const keyOf = (visitorKey: string) =>
    createHmac('sha256', secret).update(`csrf:${visitorKey}`).digest('base64url');
  return {
    make: (visitorKey) => tokens.create(keyOf(visitorKey)),
    check: (visitorKey, token) =>
      typeof token === 'string' && token.length < 200 && tokens.verify(keyOf(visitorKey), token),
  };
}
