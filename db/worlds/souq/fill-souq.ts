import { serviceChanged } from '#catalogue';
import { asSystem, type Ctx } from '#platform/context';
import { deliverFact, type Listener } from '#platform/facts';
import { DAY_MS } from '#platform/time';
import { siteAt } from './act.ts';
import { fillDisputes } from './fill-disputes.ts';
import { fillMembers } from './fill-members.ts';
import { fillOrders } from './fill-orders.ts';
import { fillServices } from './fill-services.ts';
import { fillTalks } from './fill-talks.ts';

export interface FillOptions {
  /** Called with the share done (0-1) and what is being made. */
  progress(done: number, what: string): void;
  /** Who hears of facts; what is older than a few days has been heard long ago. */
  listeners: readonly Listener[];
}

/** Notices older than this would only fill the list. */
const HEARD_DAYS = 4;
const CHANGED = serviceChanged.kind;
/** Held while the market is being filled. */
export const FILLING_LOCK = 4_217_002;

/** Whether the market is there: its last step marks it. */
export async function isSouqFilled(ctx: Ctx): Promise<boolean> {
  const { rows } = await ctx.pool.query<{ filled: boolean }>('select filled from platform.world');
  return rows[0]?.filled ?? false;
}

/**
 * Fills the lively market: members, services with their pictures, and half a year of orders, all
 * through the site's own actions with the clock moved; no mail leaves. The same every time but for
 * the date it is told from. Two processes at once fill it once.
 */
export async function fillSouq(ctx: Ctx, options: FillOptions): Promise<void> {
  const lock = await ctx.pool.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [FILLING_LOCK]);
    if (await isSouqFilled(ctx)) return;
    await ctx.pool.query('update platform.world set begun = true');
    await fill(asSystem(ctx, 'world'), options);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [FILLING_LOCK]).catch(() => undefined);
    lock.release();
  }
}

async function fill(ctx: Ctx, { progress, listeners }: FillOptions): Promise<void> {
  const present = ctx.clock.now();
  progress(0, 'members');
  const people = await fillMembers(ctx, present);
  const sold = await fillServices(ctx, { people, present }, (done) =>
    progress(0.02 + 0.3 * done, 'services'),
  );
  // What was published is put on its lists while people already buy.
  await Promise.all([
    hear(ctx, listeners, present),
    fillOrders(ctx, { people, sold, present }, (done) => progress(0.32 + 0.6 * done, 'orders')),
  ]);
  await fillDisputes(ctx, { judgeId: people.supportId, present });
  await fillTalks(ctx, { people, sold, present });
  progress(0.92, 'lists');
  await hear(ctx, listeners, present);
  await ctx.pool.query('update platform.outgoing_mail set sent_at = at where sent_at is null');
  await ctx.pool.query('update platform.world set filled = true');
  await ctx.pool.query('analyze').catch(() => undefined);
  progress(1, 'done');
}

/** Of many changes of one listed service only the last has news for those who keep lists. */
function onlyLastChanges(facts: readonly FactRow[]): FactRow[] {
  const last = new Map<string, FactRow>();
  for (const fact of facts) if (fact.kind === CHANGED) last.set(JSON.stringify(fact.payload), fact);
  return facts.filter(
    (fact) => fact.kind !== CHANGED || last.get(JSON.stringify(fact.payload)) === fact,
  );
}

interface FactRow {
  id: string;
  kind: string;
  payload: unknown;
  at: Date;
}

/**
 * Tells the facts that wait to their listeners: all of them to those who keep lists (what is sold, how
 * often, where it is found), the recent ones to everybody.
 */
async function hear(ctx: Ctx, listeners: readonly Listener[], present: Date): Promise<void> {
  const keepLists = /^(catalogue|search|media)\./;
  const since = present.getTime() - HEARD_DAYS * DAY_MS;
  const { rows } = await ctx.pool.query<FactRow>(
    'select id, kind, payload, at from platform.facts where relayed_at is null order by at, id',
  );
  for (const fact of onlyLastChanges(rows)) {
    const recent = fact.at.getTime() >= since;
    for (const listener of listeners) {
      if (listener.kind !== fact.kind || !(recent || keepLists.test(listener.name))) continue;
      await deliverFact(siteAt(ctx, fact.at, fact.id), listener, fact);
    }
  }
  await ctx.pool.query('update platform.facts set relayed_at = $1 where id = any($2)', [
    present,
    rows.map(({ id }) => id),
  ]);
}
