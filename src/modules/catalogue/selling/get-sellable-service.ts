import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { LRUCache } from 'lru-cache';
import type { Question, Upgrade } from '../service.ts';
import {
  type Closure,
  closureColumns,
  closureJoins,
  type ClosureRow,
  readClosure,
} from './closure.ts';

/** What a purchase needs to know of a service. */
export interface SellableService {
  serviceId: string;
  /** Counts the changes of what is sold; `catalogue.is_sellable(id, version)` re-checks it. */
  version: number;
  number: number;
  sellerId: string;
  sellerName: string;
  sellerLevel: 'new' | 'active' | 'distinguished' | 'trusted';
  title: string;
  basePriceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  quantityMultipliesTime: boolean;
  upgrades: Upgrade[];
  requirements: Question[];
  coverFileId: string | undefined;
  /** Whether it may be bought at this moment; the purchase looks again. */
  sellable: boolean;
  /** Why not. */
  closed: Closure | undefined;
}

interface SellableRow extends ClosureRow {
  version: number;
  number: number;
  seller_id: string;
  seller_name: string | null;
  seller_level: SellableService['sellerLevel'] | null;
  title: string;
  base_price_minor: bigint;
  delivery_days: number;
  changes_included: number;
  quantity_multiplies_time: boolean;
  questions: Question[];
  cover_file_id: string | null;
  upgrades: { upgradeId: string; title: string; priceMinor: string; daysDelta: number }[] | null;
}

const QUERY = {
  name: 'catalogue-sellable-service',
  text: `select s.version, s.number, s.seller_id, c.seller_name, c.seller_level, s.title,
      s.base_price_minor, s.delivery_days, s.changes_included, s.quantity_multiplies_time,
      s.questions, c.cover_file_id, ${closureColumns},
      (select json_agg(json_build_object('upgradeId', u.id, 'title', u.title,
          'priceMinor', u.price_minor::text, 'daysDelta', u.days_delta) order by u.position)
        from catalogue.upgrades u where u.service_id = s.id) as upgrades
    from catalogue.services s left join catalogue.service_cards c on c.service_id = s.id
      ${closureJoins}
    where s.id = $1 and s.published_at is not null`,
};

/**
 * A service that was ever published, as it is sold now; `sellable` says whether it may be bought at
 * this moment. NotFound for drafts and unknown ids. The seller's name and level are those of the
 * listing; they are empty and `new` while it is not listed.
 */
export async function getSellableService(ctx: Ctx, serviceId: string): Promise<SellableService> {
  if (!isUuid(serviceId)) throw new NotFound();
  const { rows } = await ctx.pool.query<SellableRow>({ ...QUERY, values: [serviceId] });
  const row = rows[0];
  if (!row) throw new NotFound();
  const closed = readClosure(row);
  const service: SellableService = {
    serviceId,
    version: row.version,
    number: row.number,
    sellerId: row.seller_id,
    sellerName: row.seller_name ?? '',
    sellerLevel: row.seller_level ?? 'new',
    title: row.title,
    basePriceMinor: row.base_price_minor,
    deliveryDays: row.delivery_days,
    changesIncluded: row.changes_included,
    quantityMultipliesTime: row.quantity_multiplies_time,
    upgrades: (row.upgrades ?? []).map((upgrade) => ({
      ...upgrade,
      priceMinor: BigInt(upgrade.priceMinor),
    })),
    requirements: row.questions,
    coverFileId: row.cover_file_id ?? undefined,
    sellable: closed === undefined,
    closed,
  };
  recent.set(serviceId, service);
  return service;
}

const recent = new LRUCache<string, SellableService>({ max: 5_000, ttl: 3_000 });

/**
 * The same, perhaps three seconds old, without a round trip: for a purchase whose statement
 * re-checks the version. After a refusal by it, ask `getSellableService`.
 */
export async function recallSellableService(ctx: Ctx, serviceId: string): Promise<SellableService> {
  return recent.get(serviceId) ?? getSellableService(ctx, serviceId);
}

/** Forgets what this process remembers of a service: it was just changed here. */
export function forgetSellableService(serviceId: string): void {
  recent.delete(serviceId);
}
