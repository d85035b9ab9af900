import type { Actor, Ctx } from '#platform/context';
import type { Locale, Reader } from '#platform/i18n';
import type { Live } from '#platform/live';
import type { Assets, DemoStrip, Viewer } from '#ui';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Csrf } from './csrf.ts';
import type { PageCache } from './sharing/page-cache.ts';
import type { Route } from './route.ts';

/** Who a request comes from, as the sign-in module knows it. */
export interface Visitor {
  actor: Actor;
  sessionId: string;
  timeZone: string;
  digits: Reader['digits'];
  calendar: Reader['calendar'];
}

/** Texts for a refusal code, given by the module that throws it. */
export type RefusalWords = (
  locale: Locale,
) => Record<string, string | ((details: Details) => string)>;
// The details of a refusal are plain values that only its own words read.
type Details = Record<string, never>;

/** What the HTTP platform is given by src/main: it knows no module itself. */
export interface HttpSettings {
  ctx: Ctx;
  live: Live;
  routes: readonly Route[];
  assets: Assets;
  clientDirectory: string;
  /** Icons, manifest, robots.txt: served at the root. */
  publicDirectory: string;
  trustProxy: boolean;
  /** Whose session the cookies carry; undefined for strangers. */
  authenticate(cookieHeader: string | undefined, ctx: Ctx): Promise<Visitor | undefined>;
  /** The figures of the header for a signed-in member. */
  viewerOf(ctx: Ctx): Promise<Viewer | undefined>;
  refusalWords: readonly RefusalWords[];
  /** The strip above the header of a demo. */
  demoStrip?(reader: Reader): DemoStrip;
}

export interface Environment extends HttpSettings {
  csrf: Csrf;
  cache: PageCache;
  secure: boolean;
}

/** What the hooks learn of a request before its route runs. */
export interface RequestState {
  locale: Locale;
  theme: 'auto' | 'light' | 'dark';
  visitor: Visitor | undefined;
  /** Session id, or the visitor cookie of a stranger: what the CSRF token is bound to. */
  visitorKey: string;
  newCookies: string[];
  cacheKey: string | undefined;
}

/** A request on its way to its answer. */
export interface Exchange {
  env: Environment;
  request: FastifyRequest;
  reply: FastifyReply;
  ctx: Ctx;
}

const states = new WeakMap<object, RequestState>();

/** What the hooks learned of this request; an error when they did not run. */
export function stateOf(request: FastifyRequest): RequestState {
  const state = states.get(request);
  if (!state) throw new Error('request without state: a hook did not run');
  return state;
}

/** Keeps what the hooks learned until the request is gone. */
export function setState(request: FastifyRequest, state: RequestState): void {
  states.set(request, state);
}

/** Whether the hooks ran (static files have none). */
export function hasState(request: FastifyRequest): boolean {
  return states.has(request);
}

const rawBodies = new WeakMap<object, string>();

/** The bytes of a JSON body as they came; undefined for other bodies. */
export function rawBodyOf(request: FastifyRequest): string | undefined {
  return rawBodies.get(request);
}

/** Keeps a JSON body's text beside its parsed form, for signatures. */
export function keepRawBody(request: FastifyRequest, body: string): void {
  rawBodies.set(request, body);
}
