import { randomBytes, randomUUID } from 'node:crypto';
import { aPublishedService } from '#catalogue/testing';
import { aMember, PASSWORD } from '#identity/testing';
import { verifyLedger } from '#ledger';
import type { Actor, Ctx } from '#platform/context';
import { type DatabaseHandle, openDatabase } from '#platform/db';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { movableClock, systemClock } from '#platform/time';
import { Browser } from '#test/browser';
import type { World } from '#test/world';
import { ledgerChecks } from '../../src/main/ledger-checks.ts';

const PRICE_MINOR = 500n;
const TOP_UP = '1000';
const ENOUGH = 60;

/** Who buys, what they asked for, and what the site answered. */
export interface Buyer {
  browser: Browser;
  email: string;
  /** Purchases that the balance still allows. */
  left: number;
}

export interface Market {
  ctx: Ctx;
  handle: DatabaseHandle;
  sellerId: string;
  serviceId: string;
  buyers: Buyer[];
  /** Key of each acknowledged purchase and the order it was answered with. */
  acknowledged: Map<string, string>;
  /** Purchases without an answer, by key: whether they happened is not known. */
  unclear: Map<string, Buyer>;
  /** Answers that neither acknowledge nor ask to try again. */
  wrong: string[];
  /** Times that the site answered with its retry page. */
  retryPages: number;
}

/** A seller, a service of 5 USD and buyers who are signed in, on a site that runs. */
export async function aMarket(site: { url: string; dataDir: string }): Promise<Market> {
  const quiet = { info: () => undefined, warn: () => undefined };
  const joined = await startEmbeddedDatabase({ dataDir: site.dataDir, log: quiet });
  // Only its address is wanted: the site alone shall watch over the database.
  await joined.stop();
  const handle = openDatabase(joined.url, { max: 4, name: 'test' });
  const world = worldOver(handle, joined.url, site);
  const { serviceId, sellerId } = await aPublishedService(world, {
    input: { basePriceMinor: PRICE_MINOR, upgrades: [], questions: [] },
  });
  const buyers: Buyer[] = [];
  for (let index = 0; index < 4; index += 1) {
    const { email } = await aMember(world, { displayName: `مشترٍ ${index}` });
    const browser = new Browser(site.url);
    await browser.get('/sign-in');
    const answer = await browser.post('/sign-in', { email, password: PASSWORD, next: '/' });
    if (answer.status !== 303) throw new Error(`not let in: ${answer.status}`);
    buyers.push({ browser, email, left: 0 });
  }
  return {
    ctx: world.ctx,
    handle,
    sellerId,
    serviceId,
    buyers,
    acknowledged: new Map(),
    unclear: new Map(),
    wrong: [],
    retryPages: 0,
  };
}

function worldOver(
  handle: DatabaseHandle,
  url: string,
  site: { url: string; dataDir: string },
): World {
  const clock = movableClock(systemClock);
  const silent = () => undefined;
  const ctxOf = (actor: Actor): Ctx => ({
    db: handle.db,
    pool: handle.pool,
    clock,
    actor,
    reader: DEFAULT_READER,
    log: { info: silent, warn: silent, error: silent },
    random: randomBytes,
    site: { publicUrl: site.url, dataDir: site.dataDir, demo: true, secret: 'of the tests alone' },
  });
  return {
    ctx: ctxOf({ kind: 'system', name: 'test' }),
    stranger: ctxOf({ kind: 'stranger' }),
    as: (memberId, roles = []) => ctxOf({ kind: 'member', memberId, roles }),
    clock,
    url,
    ownerUrl: url,
    superuserUrl: url,
    handle,
    logged: [],
  };
}

/** Makes sure that every buyer can buy for a round: by the gateway's page, as buyers do. */
export async function fillPurses(market: Market): Promise<void> {
  for (const buyer of market.buyers) {
    if (buyer.left < ENOUGH) {
      await topUp(buyer.browser);
      buyer.left += Number((BigInt(TOP_UP) * 100n) / PRICE_MINOR);
    }
    // A page with a form: its token is the one that the purchases carry.
    await buyer.browser.get(`/checkout?service=${market.serviceId}`);
  }
}

async function topUp(browser: Browser): Promise<void> {
  await browser.get('/wallet/top-up');
  const asked = await browser.post('/wallet/top-up', {
    amount: TOP_UP,
    confirmed: 'yes',
    idempotencyKey: randomUUID(),
  });
  const hosted = asked.location ?? '';
  await browser.get(hosted);
  const paid = await browser.post(hosted, { outcome: 'success', delivery: 'now' });
  const receipt = await browser.get(paid.location ?? '');
  if (receipt.status !== 200) throw new Error(`not topped up: ${receipt.status}`);
}

/** One purchase from the balance; the same key may be sent again. Answers whether it is acknowledged. */
export async function buy(market: Market, buyer: Buyer, key: string): Promise<boolean> {
  market.unclear.set(key, buyer);
  const answer = await buyer.browser
    .post('/checkout', {
      service: market.serviceId,
      quantity: '1',
      shownPriceMinor: PRICE_MINOR.toString(),
      method: 'balance',
      idempotencyKey: key,
    })
    .catch(() => undefined);
  if (!answer) return false;
  const orderId = /^\/orders\/([0-9a-f-]{36})$/.exec(answer.location ?? '')?.[1];
  if (answer.status === 303 && orderId) {
    const before = market.acknowledged.get(key);
    if (before && before !== orderId) market.wrong.push(`${key}: ${before}, then ${orderId}`);
    market.acknowledged.set(key, orderId);
    market.unclear.delete(key);
    return true;
  }
  if (answer.status === 503) market.retryPages += 1;
  else market.wrong.push(`${answer.status} ${answer.location ?? answer.text.slice(0, 300)}`);
  return false;
}

/** Everybody buys one after another until stopped. */
export function startLoad(market: Market): { stop(): Promise<void> } {
  let stopped = false;
  const running = market.buyers.map(async (buyer) => {
    while (!stopped && buyer.left > 0) {
      buyer.left -= 1;
      const done = await buy(market, buyer, randomUUID());
      await new Promise((resolve) => setTimeout(resolve, done ? 10 : 100));
    }
  });
  return {
    async stop() {
      stopped = true;
      await Promise.all(running);
    },
  };
}

export async function isLedgerTrue(market: Market): Promise<string> {
  const report = await verifyLedger(market.ctx, ledgerChecks);
  return report.ok
    ? 'true'
    : JSON.stringify(report.differences, (_key, value) =>
        typeof value === 'bigint' ? value.toString() : value,
      );
}
