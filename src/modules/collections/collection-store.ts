import type { Ctx, TxCtx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import type { Collection, Item, Need, WholeCollection } from './collection.ts';

const COLUMNS = `c.id as "collectionId", c.number, c.kind, c.owner_id as "ownerId",
  c.title_ar as "titleAr", c.title_en as "titleEn", c.note_ar as "noteAr", c.note_en as "noteEn",
  c.is_public as "isPublic", c.changed_at as "changedAt"`;

type Row = Omit<Collection, 'ownerId'> & { ownerId: string | null };

const readCollection = (row: Row): Collection => ({ ...row, ownerId: row.ownerId ?? undefined });

/** By its id or its public number, with needs and items in order; undefined when there is none. */
export async function findCollection(
  ctx: Ctx,
  by: { collectionId: string } | { number: number },
): Promise<WholeCollection | undefined> {
  const byId = 'collectionId' in by;
  if (byId ? !isUuid(by.collectionId) : !isNumber(by.number)) return undefined;
  const { rows } = await ctx.pool.query<Row & { needs: Need[] | null; items: Item[] | null }>({
    name: `collections-whole-${byId ? 'id' : 'number'}`,
    text: `select ${COLUMNS},
        (select json_agg(json_build_object('needId', n.id, 'titleAr', n.title_ar, 'titleEn', n.title_en)
            order by n.position) from collections.needs n where n.collection_id = c.id) as needs,
        (select json_agg(json_build_object('serviceId', i.service_id, 'needId', i.need_id, 'note', i.note)
            order by i.position) from collections.items i where i.collection_id = c.id) as items
      from collections.collections c where ${byId ? 'c.id' : 'c.number'} = $1`,
    values: [byId ? by.collectionId : by.number],
  });
  const row = rows[0];
  if (!row) return undefined;
  const { needs, items, ...rest } = row;
  return { ...readCollection(rest), needs: needs ?? [], items: items ?? [] };
}

/** Locked until the transaction ends. Refuses NotFound. */
export async function lockRow(tx: TxCtx, collectionId: string): Promise<Collection> {
  if (!isUuid(collectionId)) throw new NotFound();
  const { rows } = await sql<Row>`select ${sql.raw(COLUMNS)} from collections.collections c
    where c.id = ${collectionId} for update`.execute(tx.db);
  if (!rows[0]) throw new NotFound();
  return readCollection(rows[0]);
}

/** Says that something in it changed. */
export async function touch(tx: TxCtx, collectionId: string): Promise<void> {
  await sql`update collections.collections set changed_at = ${tx.clock.now()}
    where id = ${collectionId}`.execute(tx.db);
}

/** A collection in a list, with how many services it has and the first four of them. */
export type CollectionLine = Collection & { size: number; firstIds: string[] };

const LINE = `select ${COLUMNS},
  (select count(*)::int from collections.items i where i.collection_id = c.id) as size,
  array(select i.service_id from collections.items i where i.collection_id = c.id
    order by i.position limit 4) as "firstIds"
  from collections.collections c`;

/** The member's own, the last changed first. */
export async function listOwn(ctx: Ctx, ownerId: string): Promise<CollectionLine[]> {
  const { rows } = await ctx.pool.query<Row & { size: number; firstIds: string[] }>({
    name: 'collections-own',
    text: `${LINE} where c.owner_id = $1 order by c.changed_at desc, c.number desc limit 50`,
    values: [ownerId],
  });
  return rows.map((row) => ({ ...row, ...readCollection(row) }));
}

/** The editor's and the bundles, the last changed first; only what is public unless told. */
export async function listHouse(
  ctx: Ctx,
  { limit, hiddenToo = false }: { limit: number; hiddenToo?: boolean },
): Promise<CollectionLine[]> {
  const { rows } = await ctx.pool.query<Row & { size: number; firstIds: string[] }>({
    name: `collections-house-${hiddenToo}`,
    text: `${LINE} where c.kind <> 'member' ${hiddenToo ? '' : 'and c.is_public'}
      order by c.changed_at desc, c.number desc limit $1`,
    values: [Math.min(limit, 100)],
  });
  return rows.map((row) => ({ ...row, ...readCollection(row) }));
}

function isNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= 2_147_483_647;
}
