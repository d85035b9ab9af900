import type { Ctx, TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { quoted } from './lexemes.ts';

/** A row of search.documents as it is written. */
export interface DocumentRow {
  serviceId: string;
  number: number;
  sellerId: string;
  quality: number;
  tier: number;
  leafCode: number;
  priceMinor: bigint;
  deliveryDays: number;
  level: number;
  /** Bits in the order of `workLanguages`. */
  languages: number;
  aiFree: boolean;
  online: boolean;
  salesCount: number;
  ratingHundredths: number;
  ratingCount: number;
  ratingScore: number;
  publishedAt: Date;
  analyzer: number;
  titleWords: string;
  /** Terms, title twins and marks. */
  lexemes: readonly string[];
}

const COLUMNS = `service_id, number, seller_id, quality, tier, leaf_code, price_minor, delivery_days,
  level, languages, ai_free, online, sales_count, rating_hundredths, rating_count, rating_score, published_at,
  analyzer, title_words, words`;

const TYPES = `service_id uuid, number integer, seller_id uuid, quality real, tier smallint,
  leaf_code smallint, price_minor bigint, delivery_days smallint, level smallint, languages integer,
  ai_free boolean, online boolean, sales_count integer, rating_hundredths smallint, rating_count integer,
  rating_score integer, published_at timestamptz, analyzer smallint, title_words text, words text`;

const CHANGED = COLUMNS.split(',')
  .map((name) => name.trim())
  .filter((name) => name !== 'service_id')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

/** Writes rows, and those of the sample; a row that is there is brought to this one. */
export async function writeDocuments(tx: TxCtx, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`with written as (
      insert into search.documents (${sql.raw(COLUMNS)}) ${selected(rows)}
      on conflict (service_id) do update set ${sql.raw(CHANGED)}
      returning service_id, number, traits, words)
    insert into search.sample (service_id, traits, words)
    select service_id, traits, words from written where number % 16 = 0
    on conflict (service_id) do update set traits = excluded.traits, words = excluded.words`.execute(
    tx.db,
  );
  await noteChanges(
    tx,
    rows.map(({ serviceId }) => serviceId),
  );
}

/** Writes rows of the index that is being built beside the one in use: each comes once. */
export async function writeNextDocuments(ctx: Ctx, rows: readonly DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into search.documents_next (${sql.raw(COLUMNS)}) ${selected(rows)}`.execute(
    ctx.db,
  );
}

const selected = (rows: readonly DocumentRow[]) =>
  sql`select ${sql.raw(COLUMNS.replace(/words$/, 'words::tsvector'))}
    from jsonb_to_recordset(${JSON.stringify(rows.map(jsonOf))}::jsonb) as row (${sql.raw(TYPES)})`;

/** Takes services out of the index. */
export async function removeDocuments(tx: TxCtx, serviceIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`with sampled as (
      delete from search.sample where service_id = any(${[...serviceIds]}::uuid[]))
    delete from search.documents
    where service_id = any(${[...serviceIds]}::uuid[]) returning service_id as id`.execute(tx.db);
  await noteChanges(
    tx,
    rows.map(({ id }) => id),
  );
}

/** Says to the tables that processes keep in memory which rows to read again. */
export async function noteChanges(tx: TxCtx, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  await sql`insert into search.changes (service_id, at)
    select id, ${tx.clock.now()} from unnest(${[...serviceIds]}::uuid[]) as id`.execute(tx.db);
}

function jsonOf(row: DocumentRow) {
  return {
    service_id: row.serviceId,
    number: row.number,
    seller_id: row.sellerId,
    quality: row.quality,
    tier: row.tier,
    leaf_code: row.leafCode,
    price_minor: row.priceMinor.toString(),
    delivery_days: row.deliveryDays,
    level: row.level,
    languages: row.languages,
    ai_free: row.aiFree,
    online: row.online,
    sales_count: row.salesCount,
    rating_hundredths: row.ratingHundredths,
    rating_count: row.ratingCount,
    rating_score: row.ratingScore,
    published_at: row.publishedAt.toISOString(),
    analyzer: row.analyzer,
    title_words: row.titleWords,
    words: row.lexemes.map(quoted).join(' '),
  };
}
