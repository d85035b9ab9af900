import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Ctx } from '#platform/context';
import { drainFacts } from '#platform/facts';
import { openLive } from '#platform/live';
import type { Module } from '#platform/module';
import { afterAll } from 'vitest';
import { buildApp } from '../../src/main/app.ts';
import { createModules } from '../../src/main/modules.ts';
import { openClock } from '../../src/main/clock.ts';
import { prepareSite } from '../../src/main/prepare-site.ts';
import { startBackground } from '../../src/main/worker.ts';
import { followVisitors } from '../../src/modules/identity/module.ts';
import { Browser } from './browser.ts';
import type { World } from './world.ts';

export interface TestServer {
  /** Scheme, host and port. */
  url: string;
  modules: readonly Module[];
  ctx: Ctx;
  /** A visitor with cookies of their own, without JavaScript. */
  browser(): Browser;
  /** Gives all waiting facts to their listeners. */
  drain(): Promise<number>;
}

export interface ServerOptions {
  /** Its jobs and the relay of facts run too, as in main. */
  worker?: boolean;
  /** The clock runs, and is moved at /demo/clock; else it is the world's, which stands still. */
  runningClock?: boolean;
  /** Where its mail goes; it stays in the outbox when not said. */
  smtpUrl?: string;
}

/** The whole site over the world's database, listening on a free port. */
export async function aServer(world: World, options: ServerOptions = {}): Promise<TestServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  world.ctx.site.publicUrl = url;
  const { pool, log } = world.ctx;
  const live = openLive(world.url, log);
  const clock = options.runningClock
    ? await openClock({ demo: true, pool, live, log })
    : world.clock;
  const ctx = { ...world.ctx, clock };
  const modules = createModules(ctx, { smtpUrl: options.smtpUrl, mailFrom: 'test@hirfa.example' });
  const unfollow = followVisitors(ctx, live);
  await prepareSite(ctx);
  const { app } = await buildApp(ctx, {
    live,
    modules,
    clientDirectory: resolve('dist/client'),
    publicDirectory: resolve('public'),
    trustProxy: false,
  });
  await app.listen({ port, host: 'localhost' });
  const listeners = modules.flatMap((module) => module.listeners ?? []);
  const background = options.worker ? await startBackground(ctx, modules) : undefined;
  afterAll(async () => {
    unfollow();
    await background?.stop();
    app.server.closeAllConnections();
    await app.close();
    await live.close();
  });
  return {
    url,
    modules,
    ctx,
    browser: () => new Browser(url),
    drain: () => drainFacts(ctx, listeners),
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
