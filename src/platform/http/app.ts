import { join } from 'node:path';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { NotFound } from '#platform/refusals';
import { openCsrf } from './csrf.ts';
import {
  type Environment,
  type Exchange,
  hasState,
  type HttpSettings,
  keepRawBody,
  setState,
  stateOf,
} from './environment.ts';
import { sendProblem } from './error-page.tsx';
import { PageCache, sendPacked } from './sharing/page-cache.ts';
import type { Route } from './route.ts';
import { runRoute } from './run-route.ts';
import { beginVisit, contextOf, splitLocale } from './visit.ts';

export interface HttpApp {
  app: FastifyInstance;
  cache: PageCache;
}

/** Builds the server without listening: routes with their guards, security headers, error pages. */
export async function buildHttp(settings: HttpSettings): Promise<HttpApp> {
  const secure = settings.ctx.site.publicUrl.startsWith('https:');
  const cache = new PageCache();
  const env: Environment = { ...settings, csrf: openCsrf(settings.ctx.site.secret), cache, secure };
  const app = fastify({
    logger: false,
    trustProxy: settings.trustProxy,
    bodyLimit: 1024 * 1024,
    connectionTimeout: 60_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 10_000,
    return503OnClosing: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    rewriteUrl: (request) => splitLocale(request.url ?? '/').url,
  });
  registerCacheHook(app, env);
  await app.register(helmet, securityHeaders(secure));
  await app.register(formbody, { bodyLimit: 1024 * 1024 });
  await app.register(multipart);
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    keepRawBody(request, String(body));
    try {
      done(null, JSON.parse(String(body)));
    } catch (error) {
      done(Object.assign(error as Error, { statusCode: 400 }));
    }
  });
  await app.register(fastifyStatic, {
    root: join(settings.clientDirectory, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  await app.register(fastifyStatic, {
    root: settings.publicDirectory,
    prefix: '/',
    wildcard: false,
    decorateReply: false,
    maxAge: '1d',
  });
  app.setErrorHandler((error, request, reply) =>
    sendProblem(exchangeOf(env, request, reply), error),
  );
  app.setNotFoundHandler(async (request, reply) => {
    const allowed = otherMethods(settings, request);
    if (allowed) reply.header('allow', allowed);
    const error = allowed
      ? Object.assign(new Error('method'), { statusCode: 405 })
      : new NotFound();
    return sendProblem(exchangeOf(env, request, reply), error);
  });
  const streamed = settings.routes.filter((route) => route.streamed);
  addRoutes(
    app,
    env,
    settings.routes.filter((route) => !route.streamed),
  );
  // Only these take bare bytes; elsewhere such a body is a 415.
  await app.register(async (scope) => {
    scope.addContentTypeParser('application/offset+octet-stream', (_request, bytes, done) =>
      done(null, bytes),
    );
    addRoutes(scope, env, streamed);
  });
  return { app, cache };
}

function addRoutes(app: FastifyInstance, env: Environment, routes: readonly Route[]): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => runRoute(exchangeOf(env, request, reply), route),
    });
  }
}

function registerCacheHook(app: FastifyInstance, env: Environment): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return;
    const state = await beginVisit(env, request);
    const page = state.cacheKey === undefined ? undefined : env.cache.get(state.cacheKey);
    if (!page) return;
    reply.headers(page.headers as Record<string, string>);
    return sendPacked(request, reply, page);
  });
}

function exchangeOf(env: Environment, request: FastifyRequest, reply: FastifyReply): Exchange {
  if (!hasState(request)) {
    setState(request, {
      locale: splitLocale(request.originalUrl).locale,
      theme: 'auto',
      visitor: undefined,
      visitorKey: '',
      newCookies: [],
      cacheKey: undefined,
    });
  }
  return { env, request, reply, ctx: contextOf(env, stateOf(request)) };
}

function otherMethods(settings: HttpSettings, request: FastifyRequest): string | undefined {
  const path = request.url.split('?')[0] ?? '/';
  const methods = settings.routes
    .filter((route) => route.method !== request.method && matches(route.path, path))
    .map((route) => route.method);
  return methods.length > 0 ? [...new Set(methods)].join(', ') : undefined;
}

function matches(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[A-Za-z]+/g, '[^/]+');
  return new RegExp(`^${source}/?$`).test(path);
}

function securityHeaders(secure: boolean): Parameters<typeof helmet>[1] & object {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  };
}
