import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { StartRefusal } from '#platform/embedded-database';
import { buildApp } from './app.ts';
import { type Config, ConfigRefusal, readConfig } from './config.ts';
import { fillDemo, FillingStopped } from './fill-demo.ts';
import { followVisitors } from '../modules/identity/module.ts';
import { keepTables, tablesLookMs } from '../modules/search/module.ts';
import { createModules } from './modules.ts';
import { prepareSite } from './prepare-site.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { startBackground } from './worker.ts';

/** Where package.json lies: two folders above dist/src/main. */
const ROOT = resolve(import.meta.dirname, '../../..');
const GIVE_UP_MS = 20_000;

interface Stopping {
  asked: boolean;
  signal: Promise<void>;
}

async function main(): Promise<void> {
  const config = readConfig(process.env, ROOT);
  const stopping = onSignal();
  if (config.role !== 'worker') await refuseTakenPort(config);
  const runtime = await openRuntime(config, ROOT);
  const closers: (() => Promise<void>)[] = [() => runtime.close()];
  try {
    if (stopping.asked) return;
    const { listener } = await startParts({ config, runtime, stopping }, closers);
    if (listener) say(config, listener);
    await stopping.signal;
  } finally {
    await closeAll(closers);
  }
}

async function startParts(
  { config, runtime, stopping }: { config: Config; runtime: Runtime; stopping: Stopping },
  closers: (() => Promise<void>)[],
): Promise<{ listener: string | undefined }> {
  const modules = createModules(runtime.ctx, config);
  followVisitors(runtime.ctx, runtime.live);
  await prepareSite(runtime.ctx);
  if (config.demo && config.world === 'souq' && config.role !== 'web') {
    const isStopping = () => stopping.asked;
    await fillDemo(runtime.ctx, { modules, url: runtime.url, isStopping });
  }
  if (config.role !== 'web') {
    const background = await startBackground(runtime.ctx, modules);
    closers.push(() => background.stop());
  }
  if (config.role === 'worker') {
    process.stdout.write('worker: running\n');
    return { listener: undefined };
  }
  const tables = keepTables(runtime.ctx);
  const look = setInterval(() => void tables.look(), tablesLookMs);
  closers.push(async () => {
    clearInterval(look);
    await tables.stop();
  });
  const { app } = await buildApp(runtime.ctx, {
    live: runtime.live,
    modules,
    clientDirectory: resolve(ROOT, 'dist/client'),
    publicDirectory: resolve(ROOT, 'public'),
    trustProxy: config.trustProxy,
  });
  await app.listen({ port: config.port, host: config.host });
  closers.push(() => closeServer(app));
  return { listener: config.publicUrl };
}

/** Finishes what runs; event streams never finish by themselves and are cut. */
async function closeServer(app: {
  close(): Promise<unknown>;
  server: { closeAllConnections?(): void };
}): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections?.(), 3_000);
  await app.close();
  clearTimeout(cut);
}

/** TERM, INT and HUP ask once; a second one (a terminal's Ctrl-C comes twice) is not «force». */
function onSignal(): Stopping {
  const state = { asked: false, signal: Promise.resolve() };
  state.signal = new Promise((done) => {
    const ask = () => {
      state.asked = true;
      done();
    };
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, ask);
  });
  return state;
}

async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  const late = setTimeout(() => process.exit(1), GIVE_UP_MS);
  for (const close of closers.reverse()) {
    await close().catch((error: Error) => process.stderr.write(`${error.message}\n`));
  }
  clearTimeout(late);
}

/** Says it before anything is started: a taken port is the likeliest mishap of a second start. */
function refuseTakenPort(config: Config): Promise<void> {
  return new Promise((done, refuse) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? `Port ${config.port} is taken: stop what uses it, or set PORT to another.`
          : `Cannot listen on ${config.host}:${config.port}: ${error.message}.`;
      refuse(new ConfigRefusal(reason));
    });
    probe.listen(config.port, config.host, () => probe.close(() => done()));
  });
}

function say(config: Config, address: string): void {
  const lines = [`Hirfa is open at ${address}`];
  if (config.demo) {
    lines.push(
      'Logins of the demo (password for all: hirfa-demo-1447):',
      '  buyer     buyer@souq.example      seller    seller@souq.example',
      '  reviewer  reviewer@souq.example   admin     admin@souq.example',
      `Mail the site sends: ${address}/demo/outbox   The clock: ${address}/demo/clock`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    if (error instanceof FillingStopped) process.exit(0);
    const expected = error instanceof ConfigRefusal || error instanceof StartRefusal;
    process.stderr.write(`${expected ? error.message : (error.stack ?? error.message)}\n`);
    process.exit(1);
  },
);
