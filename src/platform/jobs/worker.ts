import { EventEmitter } from 'node:events';
import { asSystem, type Ctx } from '#platform/context';
import { deliverFact, deliverFacts, type FactRow, type Listener } from '#platform/facts';
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Job } from './job.ts';
import { openQueuePool } from './queue-pool.ts';
import { openPresence } from './worker-presence.ts';

const CONCURRENCY = 4;
const PAUSE_MS = 1_000;
const LOOK_EVERY_MS = 15_000;
/** So long a runner that ends by itself may take; its connections are gone, so it may wait for ever. */
const FAREWELL_MS = 5_000;

export interface WorkerOptions {
  jobs: readonly Job[];
  listeners: readonly Listener[];
  concurrency?: number;
}

/**
 * Runs the queue on the context's database: jobs by schedule, listeners as the relay adds them. When the
 * database goes away under it the runner gives up; a new one follows as soon as the database is back.
 */
export async function startWorker(
  ctx: Ctx,
  options: WorkerOptions,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  let current = await startRunner(ctx, options);
  const watching = (async () => {
    for (;;) {
      await current.ended;
      if (stopping.signal.aborted) return;
      ctx.log.warn({}, 'the queue of jobs ended: it starts again');
      const next = await startAgain(ctx, options, stopping.signal);
      if (!next) return;
      current = next;
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
      // One may have been starting meanwhile.
      await current.stop();
    },
  };
}

interface Running {
  ended: Promise<void>;
  stop(): Promise<void>;
}

async function startAgain(
  ctx: Ctx,
  options: WorkerOptions,
  stopped: AbortSignal,
): Promise<Running | undefined> {
  while (!stopped.aborted) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    try {
      if (!stopped.aborted) return await startRunner(ctx, options);
    } catch (error) {
      ctx.log.warn({ err: error }, 'the queue of jobs waits for the database');
    }
  }
  return undefined;
}

async function startRunner(ctx: Ctx, options: WorkerOptions): Promise<Running> {
  const events: WorkerEvents = new EventEmitter();
  let runnerId = '';
  events.once('pool:create', ({ workerPool }) => {
    runnerId = workerPool.id;
  });
  const lostPatience = new Promise<void>((resolve) => {
    events.once('pool:gracefulShutdown', () => {
      setTimeout(resolve, FAREWELL_MS).unref();
    });
  });
  const concurrency = options.concurrency ?? CONCURRENCY;
  const pgPool = openQueuePool(ctx.pool, concurrency);
  const runner = await run({
    pgPool,
    events,
    taskList: tasksOf(ctx, options),
    concurrency,
    noHandleSignals: true,
    parsedCronItems: schedulesOf(options.jobs),
    logger: quietLogger(ctx),
    // A job that cannot be ticked off ends the runner; without batches it would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }).catch(async (error: unknown) => {
    await pgPool.end();
    throw error;
  });
  const presence = openPresence(ctx.pool, runnerId);
  const renew = () =>
    presence
      .renew()
      .catch((error: Error) => ctx.log.warn({ err: error }, 'jobs of dead workers wait'));
  const timer = setInterval(() => void renew(), LOOK_EVERY_MS);
  await renew();
  const over = runner.promise.catch((error: Error) =>
    ctx.log.error({ err: error }, 'the queue of jobs broke off'),
  );
  let left: Promise<void> | undefined;
  const leave = () => {
    clearInterval(timer);
    presence.end();
    left ??= pgPool.end();
    return left;
  };
  let asked = false;
  // What it still had in hand goes back to the queue with its presence; another runner takes it.
  const givenUp = lostPatience.then(() => (asked ? over.then(leave) : void leave()));
  return {
    ended: Promise.race([over.then(leave), givenUp]),
    stop() {
      asked = true;
      return stopOnce(runner, over.then(leave));
    },
  };
}

async function stopOnce(runner: Runner, ended: Promise<void>): Promise<void> {
  // It may have ended by itself, which it calls an error.
  await runner.stop().catch(() => undefined);
  await ended;
}

function tasksOf(ctx: Ctx, { jobs, listeners }: WorkerOptions): TaskList {
  const taskList: TaskList = {};
  for (const job of jobs) {
    taskList[job.name] = (payload) => job.run(asSystem(ctx, job.name), payload);
  }
  for (const listener of listeners) {
    // One alone is a job that an earlier release added.
    taskList[`on:${listener.name}`] = (payload) =>
      Array.isArray(payload)
        ? deliverFacts(ctx, listener, payload as FactRow[])
        : deliverFact(ctx, listener, payload as FactRow);
  }
  return taskList;
}

function schedulesOf(jobs: readonly Job[]) {
  return parseCronItems(
    jobs.flatMap((job) =>
      job.schedule ? [{ task: job.name, match: job.schedule, options: { maxAttempts: 3 } }] : [],
    ),
  );
}

function quietLogger(ctx: Ctx): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') ctx.log.error({ ...meta }, message);
    else if (level === 'warning') ctx.log.warn({ ...meta }, message);
  });
}
