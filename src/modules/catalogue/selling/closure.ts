import type { ServiceState } from '../service.ts';

/** Why a service that was published cannot be bought now. */
export type Closure =
  /** Paused, archived, or a draft again. */
  | { reason: 'paused' }
  /** Its seller takes no orders of it: a queue of nobody. */
  | { reason: 'hidden' }
  /** As many orders as its seller takes at a time are at work. */
  | { reason: 'queue-full'; limit: number }
  /** Its seller is on holiday and comes back by itself. */
  | { reason: 'away'; returnsAt: Date };

/** The part of a row that tells it, of `services s` with `closureJoins`. */
export interface ClosureRow {
  state: ServiceState;
  away: boolean;
  queue_limit: number | null;
  running: number | null;
  returns_at: Date | null;
}

export const closureColumns = 's.state, s.away, s.queue_limit, queue.running, holiday.returns_at';

export const closureJoins = `left join catalogue.queues queue on queue.service_id = s.id
    left join catalogue.holidays holiday
      on s.away and holiday.seller_id = s.seller_id and holiday.ended_at is null`;

/** Why it cannot be bought; undefined when it can. */
export function readClosure(row: ClosureRow): Closure | undefined {
  if (row.state !== 'published') return { reason: 'paused' };
  if (row.away && row.returns_at) return { reason: 'away', returnsAt: row.returns_at };
  if (row.queue_limit === null) return undefined;
  if (row.queue_limit === 0) return { reason: 'hidden' };
  const full = (row.running ?? 0) >= row.queue_limit;
  return full ? { reason: 'queue-full', limit: row.queue_limit } : undefined;
}
