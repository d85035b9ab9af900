import { type Ctx, newId, type TxCtx } from '#platform/context';
import { gatheredWrite } from '#platform/crowd';
import { sql } from 'kysely';

/** Something that happened in the business, named in the past tense: `orders.order-completed`. */
export interface Fact<P> {
  kind: string;
  /** Only carries the payload's type. */
  payload?: P;
}

/** A fact as it was written: its id is the idempotency key of everything it causes. */
export interface FactRecord {
  id: string;
  kind: string;
  at: Date;
}

/** Wakes on a fact: runs after the commit, at least once, so its effect must be keyed by the fact. */
export interface Listener {
  name: string;
  kind: string;
  run(ctx: Ctx, payload: unknown, fact: FactRecord): Promise<void>;
}

/** Names a fact and the type of its payload (ids and texts; amounts as decimal text). */
export function defineFact<P extends object>(kind: string): Fact<P> {
  return { kind };
}

/** Binds a listener to a fact. `name` must stay the same over releases: waiting jobs carry it. */
export function defineListener<P>(
  name: string,
  fact: Fact<P>,
  run: (ctx: Ctx, payload: P, fact: FactRecord) => Promise<void>,
): Listener {
  return { name, kind: fact.kind, run: (ctx, payload, record) => run(ctx, payload as P, record) };
}

/** Writes the fact in the transaction of the change; returns its id. */
export async function recordFact<P extends object>(
  tx: TxCtx,
  fact: Fact<P>,
  payload: P,
): Promise<string> {
  const id = newId(tx);
  await writeFact(tx, { id, kind: fact.kind, payload: JSON.stringify(payload, bigintAsText) });
  return id;
}

const writeFact = gatheredWrite(
  async (tx: TxCtx, facts: readonly { id: string; kind: string; payload: string }[]) => {
    const of = (column: 'id' | 'kind' | 'payload') => facts.map((fact) => fact[column]);
    await sql`insert into platform.facts (id, kind, payload, at)
      select id, kind, payload::jsonb, ${tx.clock.now()}
      from unnest(${of('id')}::uuid[], ${of('kind')}::text[], ${of('payload')}::text[])
        as fact(id, kind, payload)`.execute(tx.db);
  },
);

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
