import { asSystem, type Ctx, type TxCtx } from '#platform/context';
import { deliverFact, type Listener } from '#platform/facts';
import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';

/** Work that time or a rare act wakes: shallow, it calls an action of its module. */
export interface Job {
  name: string;
  /** Cron line (UTC, graphile-worker's syntax) when time wakes it. */
  schedule?: string;
  run(ctx: Ctx, payload: unknown): Promise<void>;
}

/** Names a job and says what it does. */
export function defineJob(job: Job): Job {
  return job;
}

export interface WorkerOptions {
  jobs: readonly Job[];
  listeners: readonly Listener[];
  concurrency?: number;
}

/** Starts graphile-worker over the context's pool: jobs by schedule, listeners as the relay adds them. */
export async function startWorker(
  ctx: Ctx,
  options: WorkerOptions,
): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = {};
  for (const job of options.jobs) {
    taskList[job.name] = (payload) => job.run(asSystem(ctx, job.name), payload);
  }
  for (const listener of options.listeners) {
    taskList[`on:${listener.name}`] = (payload) =>
      deliverFact(ctx, listener, payload as Parameters<typeof deliverFact>[2]);
  }
  const runner = await run({
    pgPool: ctx.pool,
    taskList,
    concurrency: options.concurrency ?? 4,
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      options.jobs.flatMap((job) =>
        job.schedule ? [{ task: job.name, match: job.schedule, options: { maxAttempts: 3 } }] : [],
      ),
    ),
    logger: quietLogger(ctx),
  });
  runner.promise.catch((error: Error) => ctx.log.error({ err: error }, 'worker ended'));
  return { stop: () => runner.stop() };
}

function quietLogger(ctx: Ctx): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level === 'error') ctx.log.error({ ...meta }, message);
    else if (level === 'warning') ctx.log.warn({ ...meta }, message);
  });
}

/** Adds a job in the transaction of a rare act; several asks before it runs are one. */
export async function wakeJob(tx: TxCtx, name: string, payload: object = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key := ${name})`.execute(
    tx.db,
  );
}
