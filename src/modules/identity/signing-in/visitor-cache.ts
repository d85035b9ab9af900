import type { Ctx, TxCtx } from '#platform/context';
import type { Reader } from '#platform/i18n';
import { type Live, publish } from '#platform/live';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';

const KEPT_MS = 10_000;
const KEPT_AT_MOST = 20_000;
const TOPIC = 'identity.visitors';

/** A signed-in member as every request needs them. */
export interface SignedIn {
  actor: { kind: 'member'; memberId: string; roles: readonly string[]; emailVerified: boolean };
  sessionId: string;
  timeZone: string;
  digits: Reader['digits'];
  calendar: Reader['calendar'];
}

/** Sessions seen in the last seconds. `generation` grows with every drop: what was read before one is not kept. */
export interface VisitorCache {
  readonly byToken: LRUCache<string, SignedIn>;
  generation: number;
}

const ofPool = new WeakMap<pg.Pool, VisitorCache>();

/** This process's cache over one database. */
export function visitorCache(ctx: Ctx): VisitorCache {
  const known = ofPool.get(ctx.pool);
  if (known) return known;
  const made: VisitorCache = {
    byToken: new LRUCache<string, SignedIn>({ max: KEPT_AT_MOST, ttl: KEPT_MS }),
    generation: 0,
  };
  ofPool.set(ctx.pool, made);
  return made;
}

/** Forgets the member's sessions here, and with the commit in every other process. */
export async function dropVisitor(tx: TxCtx, memberId: string): Promise<void> {
  forget(tx, memberId);
  publish(tx, TOPIC, { memberId });
}

/** Forgets the member's sessions in this process; call it again after the commit. */
export function forgetVisitor(ctx: Ctx, memberId: string): void {
  forget(ctx, memberId);
}

/** Hears of revoked sessions, changed roles and settings from all processes; main calls it once. */
export function followVisitors(ctx: Ctx, live: Live): () => void {
  const stop = live.subscribe(TOPIC, (data) =>
    forget(ctx, (data as { memberId: string }).memberId),
  );
  const stopGaps = live.onGap(() => forgetAll(ctx));
  return () => {
    stop();
    stopGaps();
  };
}

function forget(ctx: Ctx, memberId: string): void {
  const cache = visitorCache(ctx);
  cache.generation += 1;
  for (const [token, visitor] of cache.byToken.entries()) {
    if (visitor.actor.memberId === memberId) cache.byToken.delete(token);
  }
}

function forgetAll(ctx: Ctx): void {
  const cache = visitorCache(ctx);
  cache.generation += 1;
  cache.byToken.clear();
}
