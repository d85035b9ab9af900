import type pg from 'pg';

const UNLOCK = `with holder as materialized (
    select locked_by as id from graphile_worker._private_jobs where locked_by is not null
    union
    select locked_by from graphile_worker._private_job_queues where locked_by is not null
  )
  select graphile_worker.force_unlock_workers(array(
    -- Its own lock a session gets again: one's own jobs are left out by name.
    select id from (select id from holder where id <> $1 offset 0) as others
      where pg_try_advisory_xact_lock(hashtextextended(id, 0))
  ))`;

/** Says that a queue's runner is alive for as long as its process and its connection are. */
export interface Presence {
  /** Takes the sign again if its connection was lost, then frees what dead runners had in hand. */
  renew(): Promise<void>;
  end(): void;
}

/**
 * Holds an advisory lock under the runner's id, which the system drops with the process. A job in the
 * hands of an id that nobody holds was cut short by a killed process: it is given back to the queue
 * (graphile-worker alone would wait for four hours).
 */
export function openPresence(pool: pg.Pool, runnerId: string): Presence {
  let client: pg.PoolClient | undefined;
  let ended = false;
  const drop = () => {
    client?.release(true);
    client = undefined;
  };
  return {
    async renew() {
      if (!client) {
        const taken = await pool.connect();
        if (ended) return taken.release();
        taken.once('error', drop);
        client = taken;
        await taken.query('select pg_advisory_lock(hashtextextended($1, 0))', [runnerId]);
      }
      await client.query(UNLOCK, [runnerId]);
    },
    end() {
      ended = true;
      drop();
    },
  };
}
