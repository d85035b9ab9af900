import type pg from 'pg';
import { isSqlState } from './sql-errors.ts';

/**
 * Which statements PostgreSQL plans once a connection and not at each call: those inside transactions
 * (acts: many small ones, the same again and again), or all of them. What a page reads outside one is
 * planned for its own figures: how many rows a category or a price has makes another plan the better one.
 */
export type PlannedStatements = 'transactions' | 'all';

/** Names are kept by a connection for good, so there is an end to them. */
const MOST_NAMES = 1_000;
const STALE_PLAN = '0A000';
const names = new Map<string, string>();

/**
 * Whether a statement was refused because its table has changed since it was planned (PostgreSQL's "cached
 * plan must not change result type"). From then on every connection plans anew, so the same work tried
 * again succeeds.
 */
export function isStalePlan(error: unknown): boolean {
  return isSqlState(error, STALE_PLAN) && /cached plan/.test((error as Error).message);
}

/** Makes statements with values prepared ones (node-postgres names them), as many as the kind says. */
export function planOnce(client: pg.PoolClient, kind: PlannedStatements): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  let isOpen = false;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string') return query(text, values, ...rest);
    if (/^begin\b/i.test(text)) isOpen = true;
    else if (/^(?:commit|rollback)$/i.test(text)) isOpen = false;
    const plain = () => query(text, values, ...rest);
    if (!Array.isArray(values) || values.length === 0) return plain();
    const name = isOpen || kind === 'all' ? nameOf(text) : undefined;
    if (name === undefined) return plain();
    const answer = query({ name, text, values }, ...rest);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      if (!isStalePlan(error)) throw error;
      forgetNames();
      // Inside a transaction all of it has to be done again: whoever opened it does that.
      if (isOpen) throw error;
      return plain();
    });
  };
  client.query = named as typeof client.query;
}

let generation = 0;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `planned_${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/** What was planned under the old names is never asked for again. */
function forgetNames(): void {
  generation += 1;
  names.clear();
}
