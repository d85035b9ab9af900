import pg from 'pg';
import { readLexemes, tierSizes, marks } from '../index/lexemes.ts';
import { TablesBuilder } from './build-tables.ts';
import { rowColumns, type TableRow, type Tables } from './tables.ts';

const BATCH = 1_000;
/** Changes that were numbered before the reading began but may have been committed after it. */
const MAYBE_UNSEEN = 500n;

const tiers = tierSizes.map((_size, index) => `'${marks.tier(index + 1)}'`).join(',');

/** Words without tiers, which the tables do not need: a row's place says as much. */
export const wordsColumn = `ts_delete(words, array[${tiers}])`;

/** Reads the whole index over a connection of its own, the best services first, as of one moment. */
export async function loadTables(databaseUrl: string): Promise<Tables> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'hirfa-search-tables',
  });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const builder = await begin(client);
    await client.query(
      `declare listed no scroll cursor for
      select ${rowColumns}, words::text as words, hashtext(words::text) as "wordsHash"
      from (select *, ${wordsColumn} as kept from search.documents) as d
      order by quality desc, number desc`.replaceAll('words::text', 'kept::text'),
    );
    for (;;) {
      const { rows } = await client.query<Omit<TableRow, 'lexemes'> & { words: string }>(
        `fetch ${BATCH} from listed`,
      );
      for (const row of rows)
        builder.add({ ...row, lexemes: readLexemes(row.words).filter(isKept) });
      if (rows.length < BATCH) return builder.finish();
    }
  } finally {
    await client.end();
  }
}

/** Categories are filters of the row; of the marks only the newcomers' is asked for. */
export function isKept(lexeme: string): boolean {
  return !lexeme.startsWith('~') || lexeme === marks.newcomer;
}

async function begin(client: pg.Client): Promise<TablesBuilder> {
  const { rows } = await client.query<{ count: number; seq: string; table: number }>(
    `select (select count(*)::integer from search.documents) as count,
      (select coalesce(max(seq), 0)::text from search.changes) as seq,
      'search.documents'::regclass::oid::integer as table`,
  );
  const { count = 0, seq = '0', table = 0 } = rows[0] ?? {};
  const last = BigInt(seq);
  const lastSeq = last > MAYBE_UNSEEN ? last - MAYBE_UNSEEN : 0n;
  return new TablesBuilder(count, { lastSeq, tableId: table });
}
