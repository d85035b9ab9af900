import { config } from '#config';
import type { Ctx } from '#platform/context';
import { uuidv7 } from '#platform/ids';
import pg from 'pg';
import { leafOfTrade, marketWriter, seeded } from './market-texts.ts';

/** A service as the loader writes it. */
export interface LoadedService {
  serviceId: string;
  leafKey: string;
  title: string;
  description: string;
  tags: string[];
  sales: number;
}

const DAY_MS = 86_400_000;
const BATCH = 2_000;

/** Fills the catalogue's tables with listed services by bulk SQL, on the owner's connection. */
export async function loadServices(
  ownerUrl: string,
  ctx: Ctx,
  services: Iterable<LoadedService>,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const sellers = await loadSellers(client, ctx);
    let batch: LoadedService[] = [];
    for (const service of services) {
      batch.push(service);
      if (batch.length === BATCH) {
        await insert(client, { ctx, sellers }, batch);
        batch = [];
      }
    }
    if (batch.length > 0) await insert(client, { ctx, sellers }, batch);
    await client.query('analyze catalogue.services, catalogue.service_cards');
  } finally {
    await client.end();
  }
}

/** So many generated services, the same for the same seed. */
export function* generatedServices(ctx: Ctx, count: number, seed = 1): Generator<LoadedService> {
  const write = marketWriter(seed);
  const random = seeded(seed + 1);
  const leafKeys = config.categories.flatMap(({ leaves }) => leaves.map(({ key }) => key));
  for (let index = 0; index < count; index += 1) {
    const { trade, ...texts } = write();
    const at = new Date(ctx.clock.now().getTime() - Math.floor(random() * 900 * DAY_MS));
    yield {
      ...texts,
      serviceId: uuidv7(at, (size) => Uint8Array.from({ length: size }, () => random() * 256)),
      leafKey: leafOfTrade(trade, leafKeys),
      sales: Math.floor(random() ** 6 * 400),
    };
  }
}

async function loadSellers(client: pg.Client, ctx: Ctx): Promise<number> {
  const count = 500;
  await client.query(
    `insert into identity.members (id, email, email_verified, display_name, handle, headline, bio,
      skills, languages, time_zone, locale, digits, calendar, created_at, updated_at)
    select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'bench-' || n || '@example.com',
      true, 'بائع ' || n, 'bench-' || n, '', '', '{}', '{ar}', 'Asia/Riyadh', 'ar', 'latn', 'gregory', $2, $2
    from generate_series(1, $1) as n on conflict do nothing`,
    [count, ctx.clock.now()],
  );
  return count;
}

async function insert(
  client: pg.Client,
  { ctx, sellers }: { ctx: Ctx; sellers: number },
  services: readonly LoadedService[],
): Promise<void> {
  const now = ctx.clock.now();
  await client.query(
    `with given as (
      select *, abs(hashtext(id::text)) as lot from jsonb_to_recordset($1::jsonb)
        as row (id uuid, leaf text, title text, description text, tags text[], sales integer)),
    written as (
      insert into catalogue.services (id, seller_id, state, leaf_key, title, description,
        base_price_minor, delivery_days, tags, languages, ai_use, created_at, changed_at, declared_at,
        published_at, approved_content)
      select id, ('00000000-0000-7000-9000-' || lpad((lot % $2 + 1)::text, 12, '0'))::uuid, 'published',
        leaf, title, description, (array[500, 500, 1000, 1500, 2500, 5000, 10000])[lot % 7 + 1],
        (array[1, 2, 3, 5, 7, 14, 30])[lot / 7 % 7 + 1], tags,
        case when lot % 3 = 0 then '{ar,en}'::text[] else '{ar}' end,
        case when lot % 4 = 0 then 'assisted' else 'none' end, at, at, at, at, '{}'
      from (select *, $3::timestamptz - (lot % 900) * interval '1 day' as at from given) as dated
      returning *)
    insert into catalogue.service_cards (service_id, number, title, leaf_key, group_key, price_minor,
      delivery_days, seller_id, seller_name, seller_handle, seller_level, sales_count, rating_count,
      rating_hundredths, rating_score, published_at)
    select w.id, w.number, w.title, w.leaf_key, c.group_key, w.base_price_minor, w.delivery_days,
      w.seller_id, m.display_name, m.handle,
      (array['new', 'active', 'distinguished', 'trusted'])[g.lot % 4 + 1], g.sales, g.sales / 2,
      case when g.sales > 1 then 380 + g.lot % 121 else 0 end, g.lot % 500, w.published_at
    from written w join given g on g.id = w.id join catalogue.categories c on c.key = w.leaf_key
      join identity.members m on m.id = w.seller_id`,
    [
      JSON.stringify(
        services.map(({ serviceId, leafKey, ...rest }) => ({
          id: serviceId,
          leaf: leafKey,
          ...rest,
        })),
      ),
      sellers,
      now,
    ],
  );
}
