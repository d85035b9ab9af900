import type pg from 'pg';
import type { CitySize } from './city-size.ts';
import { chanceOf } from './chance.ts';
import { type LeafGroup, planSellers } from './market/plan-sellers.ts';
import { planServices } from './market/plan-services.ts';
import { sellerRow, serviceRow, type ServiceRow } from './market/write-row.ts';
import { beginFresh, dress, type Dressing, undress } from './steps/bare-tables.ts';
import { loadFigures } from './steps/load-figures.ts';
import { loadAccounts, loadTransfers } from './steps/load-ledger.ts';
import { keepSellers, loadMembers, numberMembers } from './steps/load-members.ts';
import { loadNotices } from './steps/load-notices.ts';
import { loadOrderClocks } from './steps/load-order-clocks.ts';
import { loadOrderHistory } from './steps/load-order-history.ts';
import { loadOrderActs, loadOrderRows, type OrderTexts } from './steps/load-orders.ts';
import { loadPayments } from './steps/load-payments.ts';
import { keepServices, loadServices } from './steps/load-services.ts';
import { loadTalk } from './steps/load-talk.ts';
import { openShop, planOrders } from './steps/plan-orders.ts';
import type { Loading } from './steps/portions.ts';
import { makeWorldSchema } from './steps/world-schema.ts';
import { penOf } from './writing/pen.ts';
import { readTexts, type Texts } from './writing/read-texts.ts';

const MARKET = [
  'identity.members',
  'identity.credentials',
  'identity.consents',
  'catalogue.services',
  'catalogue.upgrades',
  'catalogue.service_history',
  'catalogue.counted_sales',
  'catalogue.service_figures',
  'catalogue.service_cards',
  'audit.acts',
  'trust.standings',
  'trust.standing_changes',
];
const ORDERS = [
  'orders.orders',
  'orders.history',
  'orders.timers',
  'orders.requirements',
  'orders.deliveries',
  'orders.change_requests',
  'orders.asks',
  'orders.files',
  'messaging.threads',
  'messaging.messages',
  'messaging.thread_members',
  'messaging.message_files',
  'notifications.notices',
];
const MONEY = ['wallet.payments', 'wallet.clearings', 'ledger.accounts', 'ledger.transfers'];
const TABLES = [...MARKET, ...ORDERS, ...MONEY];

const BATCH = 400;

export interface CityToLoad {
  size: CitySize;
  /** The instant the world ends at: the same seed and instant give the same world. */
  now: Date;
  /** Where the vocabularies are. */
  textsDirectory: string;
  groups: readonly LeafGroup[];
  connect(): Promise<pg.Client>;
  /** How far a step is, 0 to 1. */
  progress(step: string, share: number): void;
}

/**
 * Fills an empty, migrated database with a whole market by bulk SQL, two connections wide: what stands
 * afterwards is what the site's own actions would have left, but for the facts and mails that nobody
 * reads again, and pictures.
 */
export async function loadCity(city: CityToLoad): Promise<void> {
  const texts = readTexts(city.textsDirectory);
  const [client, other] = [await city.connect(), await city.connect()];
  try {
    for (const one of [client, other]) {
      await one.query(`set synchronous_commit = off; set work_mem = '512MB'; set statement_timeout = 0;
        set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 1;
        set max_parallel_workers_per_gather = 0; set jit = off`);
    }
    await makeWorldSchema(client, city.size);
    const dressings = await undress(client, TABLES);
    await loadMarket(city, { client, texts });
    const written = orderTexts(city.size, texts);
    await together([
      loadOrdersLane(city, { client, dressings, written }),
      loadMoneyLane(city, { client: other, dressings }),
    ]);
    await finish(city, { client, other, dressings });
  } finally {
    await client.end();
    await other.end();
  }
}

/** Members, services and the plan of all orders; figures and cards from it. */
async function loadMarket(
  city: CityToLoad,
  of: { client: pg.Client; texts: Texts },
): Promise<void> {
  const { client, texts } = of;
  const { size } = city;
  const now = city.now.getTime();
  await beginFresh(client, MARKET);
  await numberMembers(client, { size, now });
  const sellers = planSellers(size, { groups: city.groups, now });
  const services = planServices(size, { sellers, now });
  await keep(city, {
    step: 'sellers',
    from: sellers,
    row: (one) => sellerRow(size, texts, one),
    rows: (some) => keepSellers(client, some),
  });
  await loadMembers(client, { size, texts, now });
  await keep(city, {
    step: 'services',
    from: services,
    row: (one) => serviceRow(size, texts, one),
    rows: (some) => keepServices(client, some),
  });
  await loadServices(client);
  await openShop(client);
  await planOrders(client, {
    size,
    now,
    progress: (share) => city.progress('plan of orders', share),
  });
  await client.query('create index on world.orders (opened)');
  await loadFigures(client);
  await client.query('commit');
}

/** Makes rows and keeps them batch by batch; the next batch is written while the last is stored. */
async function keep<T>(
  city: CityToLoad,
  of: {
    step: string;
    from: readonly T[];
    row: (one: T) => ServiceRow;
    rows: (some: readonly ServiceRow[]) => Promise<void>;
  },
): Promise<void> {
  let stored = Promise.resolve();
  for (let first = 0; first < of.from.length; first += BATCH) {
    const batch = of.from.slice(first, first + BATCH).map(of.row);
    await stored;
    stored = of.rows(batch);
    city.progress(of.step, Math.min(1, (first + BATCH) / of.from.length));
    // Let the driver send before the next texts are composed.
    await new Promise(setImmediate);
  }
  await stored;
}

interface Lane {
  client: pg.Client;
  dressings: ReadonlyMap<string, Dressing>;
}

async function loadOrdersLane(
  city: CityToLoad,
  lane: Lane & { written: OrderTexts & { messages: readonly string[] } },
): Promise<void> {
  const { client, dressings, written } = lane;
  const step = (name: string): Loading => ({
    client,
    now: city.now.getTime(),
    orders: city.size.orders,
    progress: (share) => city.progress(name, share),
  });
  await beginFresh(client, ORDERS);
  await loadOrderRows(step('orders'));
  await dress(client, dressings, {
    tables: ['orders.orders'],
    progress: step('keys of orders').progress,
  });
  await loadOrderActs(step('acts'), written);
  await loadOrderHistory(step('history'), written);
  await loadOrderClocks(step('clocks'));
  await loadTalk(step('messages'), written.messages);
  await loadNotices(step('notices'));
  const tables = [...ORDERS.filter((table) => table !== 'orders.orders'), ...MARKET];
  await dress(client, dressings, { tables, progress: step('indexes').progress });
  await client.query('commit');
}

async function loadMoneyLane(city: CityToLoad, { client, dressings }: Lane): Promise<void> {
  const step = (name: string): Loading => ({
    client,
    now: city.now.getTime(),
    orders: city.size.orders,
    progress: (share) => city.progress(name, share),
  });
  await beginFresh(client, MONEY);
  await loadPayments(step('payments'));
  await loadAccounts(step('accounts'), city.size);
  await loadTransfers(step('transfers'), city.size);
  await dress(client, dressings, {
    tables: MONEY,
    progress: step('indexes of the ledger').progress,
  });
  await client.query('commit');
}

/** References are checked when all stands; then the planner is told what there is. */
async function finish(city: CityToLoad, of: Lane & { other: pg.Client }): Promise<void> {
  const { client, other, dressings } = of;
  await client.query('drop schema world cascade');
  const references = [...dressings.values()].flatMap((dressing) => dressing.references);
  for (const [at, statement] of references.entries()) {
    await client.query(statement);
    city.progress('references', (at + 1) / references.length);
  }
  const { rows } = await client.query<{ horizon: string }>(
    'select ledger.snapshot_horizon() as horizon',
  );
  await client.query('select ledger.take_house_snapshots($1, $2)', [rows[0]?.horizon, city.now]);
  // Vacuum marks pages as all-visible: lists and sums then read indexes alone.
  const vacuum = async (one: pg.Client, tables: readonly string[]) => {
    for (const [at, table] of tables.entries()) {
      await one.query(`vacuum (analyze) ${table}`);
      city.progress('statistics', (at + 1) / tables.length);
    }
  };
  await together([
    vacuum(client, [
      ...MARKET,
      'catalogue.listing_counts',
      'identity.member_roles',
      ...MONEY,
      'ledger.house_snapshots',
    ]),
    vacuum(other, ORDERS),
  ]);
}

/** Waits for both even when one fails, so that no connection is closed under the other. */
async function together(works: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(works);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** What people write in orders, composed once and used by Zipf's law. */
function orderTexts(size: CitySize, texts: Texts): OrderTexts & { messages: readonly string[] } {
  const chance = chanceOf(size.seed, 5);
  const keys = [...texts.leaves.keys()];
  const say = (purpose: string, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const words = texts.leaves.get(keys[at % keys.length] ?? '');
      if (!words) throw new Error('no leaves');
      return penOf(texts, { words, taste: { seed: at }, chance, english: false }).say(purpose);
    });
  return {
    notes: say('note', 400),
    changes: say('change', 200),
    reasons: say('reason', 100),
    messages: say('message', 800),
  };
}
