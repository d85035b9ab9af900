import type { Ctx, TxCtx } from '#platform/context';
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

/** Adds a job in the transaction of a rare act; several asks before it runs are one. */
export async function wakeJob(tx: TxCtx, name: string, payload: object = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key := ${name})`.execute(
    tx.db,
  );
}

/**
 * Wakes a job that time wakes anyway, once the transaction is committed; for acts that many do at once.
 * Who dies in between leaves it to its schedule.
 */
export function wakeSoon(tx: TxCtx, name: string): void {
  tx.wakes.add(name);
}
