import type { Ctx } from '#platform/context';
import { asSystem } from '#platform/context';
import type pg from 'pg';
import type { FactRecord, Listener } from './fact.ts';

const BATCH = 500;
/** So many facts one job tells its listener: a crowd of facts costs the queue a twentieth. */
const A_JOB = 20;

/** A fact as it waits in the queue. */
export interface FactRow extends FactRecord {
  payload: unknown;
}

const TAKE = `select id, kind, payload, at from platform.facts
  where relayed_at is null order by at, id limit ${BATCH} for update skip locked`;

const ADD_JOBS = `select graphile_worker.add_jobs(array(
    select row(spec.identifier, spec.payload, null, null, null, null, null, null)::graphile_worker.job_spec
    from unnest($1::text[], $2::json[]) as spec(identifier, payload)
  ))`;

/**
 * Takes waiting facts and adds jobs for their listeners, each with up to twenty facts, in one transaction;
 * two relays share the work by SKIP LOCKED (never by highest id: commits arrive out of order). Returns
 * how many facts it took.
 */
export async function relayFacts(
  pool: pg.Pool,
  listeners: readonly Listener[],
  now: Date,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<FactRow>(TAKE);
    const jobs = listeners.flatMap((listener) => {
      const facts = rows.filter((fact) => fact.kind === listener.kind);
      return inParts(facts, A_JOB).map((part) => ({ name: `on:${listener.name}`, facts: part }));
    });
    if (jobs.length > 0) {
      await client.query(ADD_JOBS, [
        jobs.map((job) => job.name),
        jobs.map((job) => JSON.stringify(job.facts)),
      ]);
    }
    if (rows.length > 0) {
      await client.query('update platform.facts set relayed_at = $2 where id = any($1)', [
        rows.map((row) => row.id),
        now,
      ]);
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size));
  return parts;
}

/** Runs the relay about every 100 ms until stopped; a full batch is followed at once by the next. */
export function startRelay(ctx: Ctx, listeners: readonly Listener[]): { stop(): Promise<void> } {
  let stopped = false;
  const loop = async () => {
    while (!stopped) {
      const taken = await relayFacts(ctx.pool, listeners, ctx.clock.now()).catch((error: Error) => {
        if (!stopped) ctx.log.error({ err: error }, 'relay: facts wait for the next round');
        return 0;
      });
      if (taken < BATCH) await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/**
 * Gives the facts of one job to its listener, one after the other, acting as that part of the system.
 * One promise for each: the queue keeps only those that failed, and tries them again.
 */
export function deliverFacts(
  ctx: Ctx,
  listener: Listener,
  facts: readonly FactRow[],
): Promise<void>[] {
  let before: Promise<unknown> = Promise.resolve();
  return facts.map((fact) => {
    const told = before.then(() => deliverFact(ctx, listener, fact));
    before = told.catch(() => undefined);
    return told;
  });
}

/** Gives one fact to one listener, acting as that part of the system. */
export async function deliverFact(ctx: Ctx, listener: Listener, fact: FactRow): Promise<void> {
  await listener.run(asSystem(ctx, listener.name), fact.payload, {
    id: fact.id,
    kind: fact.kind,
    at: new Date(fact.at),
  });
}

/** For tests and worlds: gives every waiting fact to its listeners here and now, no queue between. */
export async function drainFacts(ctx: Ctx, listeners: readonly Listener[]): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows } = await ctx.pool.query<FactRow>(
      `select id, kind, payload, at from platform.facts where relayed_at is null order by at, id limit ${BATCH}`,
    );
    if (rows.length === 0) return total;
    for (const fact of rows) {
      const interested = listeners.filter((listener) => listener.kind === fact.kind);
      for (const listener of interested) await deliverFact(ctx, listener, fact);
    }
    // In one order, whoever else is at it.
    await ctx.pool.query(
      `with held as (select id from platform.facts where id = any($1) order by id for update)
        update platform.facts f set relayed_at = $2 from held where f.id = held.id`,
      [rows.map((row) => row.id), ctx.clock.now()],
    );
    total += rows.length;
  }
}
