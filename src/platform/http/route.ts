import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/context';
import type { Locale } from '#platform/i18n';
import type { Live } from '#platform/live';
import type { DocumentHead } from '#ui';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChild } from 'preact';

/** Who may come in at all; what they may then see is decided by each action's policy. */
export type Access =
  | 'public'
  | 'member'
  | { roles: readonly string[] }
  /** A machine that signs its body (webhooks); the route verifies the signature itself, no CSRF token. */
  | 'signed';

/** A file of a multipart form, kept in a temporary file until the answer is sent. */
export interface UploadedFile {
  field: string;
  fileName: string;
  path: string;
  byteSize: number;
  /** The file went over the route's limit and was cut off. */
  truncated: boolean;
}

export interface HttpRequest {
  ctx: Ctx;
  params: Record<string, string>;
  query: Record<string, string | string[] | undefined>;
  body: Record<string, unknown>;
  files: UploadedFile[];
  /** The body of a `streamed` route as it comes in. */
  stream: Readable | undefined;
  /** Path and query without the language prefix. */
  url: string;
  ip: string;
  sessionId: string | undefined;
  /** Somebody signed out, without cookies of their own: what they see may be shown to others too. */
  shared: boolean;
  /** The bytes of a JSON body as they came, for signatures. */
  rawBody: string | undefined;
  live: Live;
  raw: FastifyRequest;
}

export interface PageAnswer {
  kind: 'page';
  status: number;
  head: DocumentHead;
  body: ComponentChild;
  /** Strangers without cookies may be given the same HTML for so long. */
  cacheSeconds?: number;
  /** The body as it was once written, of a page that several requests share. */
  drawn?: { html: string | undefined };
  /** The browser asks again by itself after so long (an undecided payment), without JavaScript too. */
  refreshSeconds?: number;
}

export interface TextAnswer {
  kind: 'text';
  status: number;
  type: string;
  body: string | Readable;
  headers?: Record<string, string>;
  /** Everybody may be given the same text for so long. */
  cacheSeconds?: number;
}

export type Answer =
  | PageAnswer
  | { kind: 'redirect'; to: string; flash?: Flash; cookies?: CookieChange[]; locale?: Locale }
  | { kind: 'moved'; to: string }
  | { kind: 'json'; status: number; body: unknown }
  | TextAnswer
  | {
      kind: 'file';
      type: string;
      fileName: string;
      inline: boolean;
      cacheSeconds: number;
      body: Readable | Buffer;
      /** Of the whole file, when parts of it may be asked for. */
      byteSize?: number;
      /** 206 with the part that was asked for, and where it lies. */
      part?: { first: number; last: number; of: number };
    }
  | { kind: 'empty'; status: number; headers?: Record<string, string> }
  | { kind: 'events'; open(send: SendEvent): () => void }
  | { kind: 'raw'; send(reply: FastifyReply): void };

export type SendEvent = (event: string, data: unknown) => void;

/** One sentence carried over a redirect: `code` is a word of the refusal or flash catalogue. */
export interface Flash {
  tone: 'good' | 'danger' | 'info';
  code: string;
  details?: Record<string, unknown>;
}

export interface CookieChange {
  /** A whole Set-Cookie line. */
  line: string;
}

export interface RouteOptions {
  access: Access;
  /**
   * Why this act asks for no CSRF token: it changes nothing that matters, and stands on pages that are
   * cached for strangers. Other sites are still refused where the browser says where it comes from.
   */
  withoutToken?: string;
  /** Where a refused act sends the person back to, with the reason; else an error page. */
  refusedTo?: (request: HttpRequest) => string;
  /** Largest upload in bytes a file; a route without it takes no files. */
  fileLimitBytes?: number;
  /** How many files at most. */
  fileCount?: number;
  /** Takes bytes (`application/offset+octet-stream`) that the route reads itself. */
  streamed?: boolean;
  /** On every answer, refusals too. */
  headers?: Readonly<Record<string, string>>;
  /** Names the parameters the tests visit this route with (see test/support/route-examples.ts). */
  example?: string;
  /** Left out of the visited list: why (streams, files, one-time links). */
  notAPage?: string;
}

/** Pages show and act by GET and POST; the others are for scripts and machines. */
export type Method = 'GET' | 'POST' | 'HEAD' | 'PATCH' | 'DELETE' | 'OPTIONS';

export interface Route extends RouteOptions {
  method: Method;
  path: string;
  run(request: HttpRequest): Promise<Answer> | Answer;
}

/** A route that shows something and changes nothing. */
export function get(path: string, options: RouteOptions, run: Route['run']): Route {
  return { method: 'GET', path, run, ...options };
}

/** A route that acts, then sends the browser on (303); its CSRF token is checked before it runs. */
export function post(path: string, options: RouteOptions, run: Route['run']): Route {
  return { method: 'POST', path, run, ...options };
}

/** A route for scripts and machines by another method; one that acts asks for the token like `post`. */
export function machine(
  method: Method,
  path: string,
  route: RouteOptions & { run: Route['run'] },
): Route {
  return { method, path, ...route };
}

/** A page of the site; `head` names it for people and search engines. */
export function page(
  head: DocumentHead,
  body: ComponentChild,
  options: { status?: number; cacheSeconds?: number; refreshSeconds?: number } = {},
): PageAnswer {
  return { kind: 'page', head, body, ...options, status: options.status ?? 200 };
}

/** Sends the browser on to a page of this site (path without the language prefix), in the visitor's language or the one given. */
export function seeOther(
  to: string,
  options: { flash?: Flash; cookies?: CookieChange[]; locale?: Locale } = {},
): Answer {
  return { kind: 'redirect', to, ...options };
}

/** Sends browsers and search engines on to the one address of a page, for good; what was asked beside it stays. */
export function movedTo(to: string): Answer {
  return { kind: 'moved', to };
}

/** An answer for machines. */
export function json(body: unknown, status = 200): Answer {
  return { kind: 'json', status, body };
}
