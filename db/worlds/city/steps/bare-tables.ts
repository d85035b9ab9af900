import type pg from 'pg';

/** How a table is made whole again. */
export interface Dressing {
  table: string;
  indexes: readonly string[];
  references: readonly string[];
}

/**
 * Takes indexes, keys and references off the tables; answers what makes them whole again. Rows are
 * then only appended, and each index is built once, sorted. Triggers and checks stay in force.
 */
export async function undress(
  client: pg.Client,
  tables: readonly string[],
): Promise<ReadonlyMap<string, Dressing>> {
  const { rows: keys } = await client.query<{
    on: string;
    name: string;
    is: string;
    definition: string;
  }>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, contype as is,
       pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('p', 'u', 'f')
       and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))
     order by contype <> 'p', conname`,
    [tables],
  );
  const { rows: indexes } = await client.query<{ on: string; name: string; definition: string }>(
    `select indrelid::regclass::text as on, indexrelid::regclass::text as name,
       pg_get_indexdef(indexrelid) as definition
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = indexrelid and c.contype in ('p', 'u'))
     order by name`,
    [tables],
  );
  const isReference = (key: { is: string }) => key.is === 'f';
  const ordered = [...keys.filter(isReference), ...keys.filter((key) => !isReference(key))];
  for (const { on, name } of ordered)
    await client.query(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const added = (key: { on: string; name: string; definition: string }) =>
    `alter table ${key.on} add constraint ${key.name} ${key.definition}`;
  const all = new Set([...tables, ...keys.map(({ on }) => on)]);
  return new Map(
    [...all].map((table) => {
      const of = keys.filter(({ on }) => on === table);
      return [
        table,
        {
          table,
          indexes: [
            ...of.filter((key) => !isReference(key)).map(added),
            ...indexes.filter(({ on }) => on === table).map(({ definition }) => definition),
          ],
          references: of.filter(isReference).map(added),
        },
      ];
    }),
  );
}

/**
 * Begins a transaction in which the tables, empty as they are, get files of their own: with
 * `wal_level = minimal` nothing written to them needs the log. Their guards against TRUNCATE rest
 * for that one statement.
 */
export async function beginFresh(client: pg.Client, tables: readonly string[]): Promise<void> {
  await client.query('begin');
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  await client.query(`truncate ${tables.join(', ')}`);
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
}

/** Builds the indexes and keys of the tables anew. */
export async function dress(
  client: pg.Client,
  dressings: ReadonlyMap<string, Dressing>,
  of: { tables: readonly string[]; progress: (share: number) => void },
): Promise<void> {
  const statements = of.tables.flatMap((table) => dressings.get(table)?.indexes ?? []);
  for (const [at, statement] of statements.entries()) {
    await client.query(statement);
    of.progress((at + 1) / statements.length);
  }
}
