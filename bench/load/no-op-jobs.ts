import { Logger, run } from 'graphile-worker';
import pg from 'pg';

/** As many at once as the site's own worker. */
const CONCURRENCY = 4;

/** Jobs a second of a bare graphile-worker that does nothing in them, in the same database. */
export async function noOpJobs(ownerUrl: string, count: number): Promise<number> {
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: CONCURRENCY + 2 });
  pgPool.on('error', () => undefined);
  pgPool.on('connect', (client) => client.on('error', () => undefined));
  await pgPool.query(
    `select graphile_worker.add_jobs(array(
       select row('bench-no-op', '{}'::json, null, null, null, null, null, null)::graphile_worker.job_spec
       from generate_series(1, $1::integer)))`,
    [count],
  );
  let done = 0;
  const started = performance.now();
  let endedAt = started;
  const finished = new Promise<void>((resolve) => {
    const taskList = {
      'bench-no-op': async () => {
        done += 1;
        if (done < count) return;
        endedAt = performance.now();
        resolve();
      },
    };
    void run({
      pgPool,
      taskList,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    }).then(async (runner) => {
      await finished;
      await runner.stop();
    });
  });
  await finished;
  await new Promise((rest) => setTimeout(rest, 500));
  await pgPool.end();
  return (count * 1_000) / (endedAt - started);
}
