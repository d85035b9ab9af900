import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import type pg from 'pg';
import type { Database, Db } from '#platform/db';
import { isSqlState, isStalePlan } from '#platform/db';
import type { Reader } from '#platform/i18n';
import { type RandomBytes, uuidv7 } from '#platform/ids';
import { SignInRequired } from '#platform/refusals';
import type { Clock } from '#platform/time';

/** Who acts. `system` is the clock, a listener or a command; its name goes into histories. */
export type Actor =
  | { kind: 'stranger' }
  | {
      kind: 'member';
      memberId: string;
      roles: readonly string[];
      /** Known to have a verified email; left out where nobody asked yet. */
      emailVerified?: boolean;
    }
  | { kind: 'system'; name: string };

export interface Log {
  info(details: object, message?: string): void;
  warn(details: object, message?: string): void;
  error(details: object, message?: string): void;
}

/** What the operator decided for this installation, the same for every request. */
export interface Site {
  /** Scheme and host, without a final slash. */
  publicUrl: string;
  /** Root of every derived secret; see `deriveSecret`. */
  secret: string;
  /** Where files are kept when no bucket is configured. */
  dataDir: string;
  demo: boolean;
  /** The operator's bot: its token and name, and where its API is; undefined without one. */
  telegram?: { token: string; bot: string; api: string };
}

/** What every action gets first: who, when, in which language, on which connection. */
export interface Ctx {
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  actor: Actor;
  reader: Reader;
  log: Log;
  random: RandomBytes;
  site: Site;
  /** True while no page can be open yet (a market being filled): live words are left unsaid. */
  closedDoors?: boolean;
}

/** A context inside an open transaction: what writes asks for this type, so it cannot forget one. */
export interface TxCtx extends Ctx {
  db: Transaction<Database>;
  inTransaction: true;
  /** What is said to the processes that listen once it is committed (`publish` of #platform/live). */
  words: string[];
  /** Jobs that are woken once it is committed (`wakeSoon` of #platform/jobs). */
  wakes: Set<string>;
  /** What acts done at the same time in this transaction ask in common (`sideBySide` of #platform/crowd). */
  crowd?: Map<unknown, unknown>;
}

/** The channel of PostgreSQL's NOTIFY that carries them. */
export const WORDS_CHANNEL = 'live';

/** A secret of its own for one purpose, derived from the site's (HMAC-SHA-256). */
export function deriveSecret(ctx: Ctx, purpose: string): string {
  return createHmac('sha256', ctx.site.secret).update(purpose).digest('base64url');
}

/** A new UUIDv7 at the context's clock. */
export function newId(ctx: Ctx): string {
  return uuidv7(ctx.clock.now(), ctx.random);
}

/** The member who acts; refuses strangers with SignInRequired. */
export function requireMember(ctx: Ctx): string {
  if (ctx.actor.kind !== 'member') throw new SignInRequired();
  return ctx.actor.memberId;
}

/** The name that histories and transfers keep of the actor: member id or `system:name`. */
export function actorName(ctx: Ctx): string {
  if (ctx.actor.kind === 'member') return ctx.actor.memberId;
  return ctx.actor.kind === 'system' ? `system:${ctx.actor.name}` : 'stranger';
}

/** The same context acting as the system part named (a job, a listener, the clock). */
export function asSystem<C extends Ctx>(ctx: C, name: string): C {
  return { ...ctx, actor: { kind: 'system', name } };
}

const DEADLOCK = '40P01';
const TRIES = 3;

/**
 * Runs the work in one transaction; inside another one it joins it. A deadlock, or a table changed
 * under a running site, is tried again (at most three times): everything was rolled back, so nothing can
 * happen twice.
 */
export async function inTransaction<T>(ctx: Ctx, work: (tx: TxCtx) => Promise<T>): Promise<T> {
  if ('inTransaction' in ctx) return work(ctx as TxCtx);
  for (let attempt = 1; ; attempt += 1) {
    const after = { words: [] as string[], wakes: new Set<string>() };
    const begun = (db: Transaction<Database>): TxCtx => ({
      ...ctx,
      db,
      inTransaction: true,
      ...after,
    });
    try {
      const done = await ctx.db
        .transaction()
        .execute((db) => work(begun(db as Transaction<Database>)));
      if (after.words.length > 0) await say(ctx, after.words);
      if (after.wakes.size > 0) await wake(ctx, [...after.wakes]);
      return done;
    } catch (error) {
      const mayTryAgain = isSqlState(error, DEADLOCK) || isStalePlan(error);
      if (attempt >= TRIES || !mayTryAgain) throw error;
    }
  }
}

/**
 * After the commit and not in it: transactions with a NOTIFY commit one behind the other, each waiting for
 * the disk. Who dies in between has said nothing; what was done stands all the same.
 */
async function say(ctx: Ctx, words: readonly string[]): Promise<void> {
  try {
    const text = 'select pg_notify($1, word) from unnest($2::text[]) as said(word)';
    await ctx.pool.query(text, [WORDS_CHANNEL, words]);
  } catch (error) {
    ctx.log.warn({ err: error }, 'live: a word was not said');
  }
}

/** A job that waits already sees what was committed before this; its row is touched only where there is none. */
const WAKE = `select graphile_worker.add_job(name, '{}', job_key := name) from unnest($1::text[]) as name
  where not exists (select from graphile_worker._private_jobs j
    where j.key = name and j.is_available and j.attempts = 0)`;

/** After the commit too: as part of it all who wake one job would wait for one another's commits. */
async function wake(ctx: Ctx, names: readonly string[]): Promise<void> {
  try {
    await ctx.pool.query(WAKE, [names]);
  } catch (error) {
    ctx.log.warn({ err: error, names }, 'jobs wait for their time');
  }
}
