import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { Ctx } from '#platform/context';
import { drainFacts } from '#platform/facts';
import { startWorker } from '#platform/jobs';
import { openLive } from '#platform/live';
import type { Module } from '#platform/module';
import { afterAll } from 'vitest';
import { buildApp } from '../../src/main/app.ts';
import { createModules } from '../../src/main/modules.ts';
import { prepareSite } from '../../src/main/prepare-site.ts';
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

/** The whole site over the world's database, listening on a free port; with `worker` its jobs run too. */
export async function aServer(world: World, options: { worker?: boolean } = {}): Promise<TestServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  world.ctx.site.publicUrl = url;
  const { ctx } = world;
  const live = openLive(world.url, ctx.log);
  const modules = createModules(ctx, { smtpUrl: undefined, mailFrom: 'test@hirfa.example' });
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
  const jobs = modules.flatMap((module) => module.jobs ?? []);
  const worker = options.worker ? await startWorker(ctx, { jobs, listeners }) : undefined;
  afterAll(async () => {
    await worker?.stop();
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
