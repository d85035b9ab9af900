import type { Ctx } from '#platform/context';
import type { AiUse, Faq, Question, Upgrade } from '../service.ts';
import {
  type Closure,
  closureColumns,
  closureJoins,
  type ClosureRow,
  readClosure,
} from '../selling/closure.ts';
import { type CardJson, cardColumns, readCard, type ServiceCardData } from './card.ts';

/** A service as strangers see it, with its card and a few like it. */
export interface PublicService {
  serviceId: string;
  number: number;
  version: number;
  state: 'published' | 'paused';
  sellerId: string;
  leafKey: string;
  title: string;
  description: string;
  basePriceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  quantityMultipliesTime: boolean;
  tags: string[];
  languages: string[];
  aiUse: AiUse;
  rightsText: string;
  questions: Question[];
  faq: Faq[];
  upgrades: Upgrade[];
  imageIds: string[];
  /** Why it cannot be bought now; undefined when it can. */
  closed: Closure | undefined;
  /** How many members keep it for later. */
  favouritesCount: number;
  /** Undefined while it is on no list. */
  card: ServiceCardData | undefined;
  similar: ServiceCardData[];
}

interface PublicRow extends ClosureRow {
  id: string;
  number: number;
  version: number;
  seller_id: string;
  leaf_key: string;
  title: string;
  description: string;
  base_price_minor: bigint;
  delivery_days: number;
  changes_included: number;
  quantity_multiplies_time: boolean;
  tags: string[];
  languages: string[];
  ai_use: AiUse;
  rights_text: string;
  questions: Question[];
  faq: Faq[];
  upgrades: { upgradeId: string; title: string; priceMinor: string; daysDelta: number }[] | null;
  image_ids: string[] | null;
  favourites_count: number;
  card: CardJson | null;
  similar: CardJson[] | null;
}

/**
 * Four services like `s`: a handful each of the most ordered and of the nearest prices of its leaf, and
 * of the most ordered of its group, each by one walk of an index; of these first those of the same leaf,
 * then with the most tags in common, then of the nearest price.
 */
const SIMILAR = `(select json_agg(near) from (
    select ${cardColumns.replaceAll(/(\w+)/g, 'c.$1')} from (
      (select * from catalogue.service_cards where leaf_key = s.leaf_key
        order by sales_count desc, number desc limit 8)
      union
      (select * from catalogue.service_cards where leaf_key = s.leaf_key
        and price_minor >= s.base_price_minor order by price_minor, number desc limit 6)
      union
      (select * from catalogue.service_cards where leaf_key = s.leaf_key
        and price_minor < s.base_price_minor order by price_minor desc, number limit 6)
      union
      (select * from catalogue.service_cards where group_key = (
          select group_key from catalogue.categories where key = s.leaf_key)
        order by sales_count desc, number desc limit 6)
    ) as c join catalogue.services o on o.id = c.service_id
    where c.number <> s.number
    order by (c.leaf_key = s.leaf_key) desc,
      cardinality(array(select unnest(o.tags) intersect select unnest(s.tags))) desc,
      abs(c.price_minor - s.base_price_minor), c.sales_count desc, c.number desc
    limit 4) as near)`;

const QUERY = {
  name: 'catalogue-public-service',
  text: `select s.id, s.number, s.version, ${closureColumns}, s.seller_id, s.leaf_key, s.title, s.description,
      s.base_price_minor, s.delivery_days, s.changes_included, s.quantity_multiplies_time, s.tags,
      s.languages, s.ai_use, s.rights_text, s.questions, s.faq,
      (select json_agg(json_build_object('upgradeId', u.id, 'title', u.title,
          'priceMinor', u.price_minor::text, 'daysDelta', u.days_delta) order by u.position)
        from catalogue.upgrades u where u.service_id = s.id) as upgrades,
      (select array_agg(g.file_id order by g.position)
        from catalogue.gallery g where g.service_id = s.id) as image_ids,
      (select to_json(c) from catalogue.service_cards c where c.service_id = s.id) as card,
      coalesce((select f.favourites_count from catalogue.service_figures f
        where f.service_id = s.id), 0) as favourites_count,
      ${SIMILAR} as similar
    from catalogue.services s ${closureJoins}
    where s.number = $1 and s.state in ('published', 'paused')`,
};

/** A published or paused service by its number, in one round trip; undefined for all others. */
export async function findPublicService(
  ctx: Ctx,
  number: number,
): Promise<PublicService | undefined> {
  if (!Number.isInteger(number) || number < 1 || number > 2_147_483_647) return undefined;
  const { rows } = await ctx.pool.query<PublicRow>({ ...QUERY, values: [number] });
  const row = rows[0];
  return row && readRow(row);
}

function readRow(row: PublicRow): PublicService {
  return {
    serviceId: row.id,
    number: row.number,
    version: row.version,
    state: row.state as PublicService['state'],
    closed: readClosure(row),
    sellerId: row.seller_id,
    leafKey: row.leaf_key,
    title: row.title,
    description: row.description,
    basePriceMinor: row.base_price_minor,
    deliveryDays: row.delivery_days,
    changesIncluded: row.changes_included,
    quantityMultipliesTime: row.quantity_multiplies_time,
    tags: row.tags,
    languages: row.languages,
    aiUse: row.ai_use,
    rightsText: row.rights_text,
    questions: row.questions,
    faq: row.faq,
    upgrades: (row.upgrades ?? []).map((upgrade) => ({
      ...upgrade,
      priceMinor: BigInt(upgrade.priceMinor),
    })),
    imageIds: row.image_ids ?? [],
    favouritesCount: row.favourites_count,
    card: row.card ? readCard(row.card) : undefined,
    similar: (row.similar ?? []).map(readCard),
  };
}
