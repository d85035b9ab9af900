import type { World } from '#test/world';
import pg from 'pg';
import type { Play } from './order-play.ts';

/** What belongs to one order, in the order in which it can be written; `$1` is its id. */
const TABLES = [
  ['orders.orders', 'id = $1'],
  ['orders.history', 'order_id = $1'],
  ['orders.timers', 'order_id = $1'],
  ['orders.asks', 'order_id = $1'],
  ['orders.requirements', 'order_id = $1'],
  ['orders.deliveries', 'order_id = $1'],
  ['orders.change_requests', 'order_id = $1'],
  ['orders.disputes', 'order_id = $1'],
  ['orders.guarantee_debts', 'order_id = $1'],
  ['wallet.clearings', 'order_id = $1'],
  ['ledger.accounts', 'holder = any($4)'],
  ['ledger.transfers', 'debit_account_id = any($5) or credit_account_id = any($5)'],
  ['ledger.holds', 'account_id = any($5)'],
] as const;

/** Texts that may name somebody or something by id. */
const NAMING = ['actor', 'holder', 'key', 'purchase_key', 'placed_by', 'resolved_by'];
const ACCOUNTS = ['debit_account_id', 'credit_account_id', 'account_id'];
/** Ids begin with the time they were made at: all of a test alike there, so that is where copies differ. */
const UUID = '[0-9a-f]{4}([0-9a-f]{4}(-[0-9a-f]{4}){3}-[0-9a-f]{12})';
const FIRST = 0x1000;

/** Makes many orders out of one that was led somewhere by its acts, for races that need them by the thousand. */
export interface Copier {
  /** So many more orders that stand as this one does, each with two people and money of its own. */
  copy(source: Play, count: number): Promise<Play[]>;
  close(): Promise<void>;
}

/**
 * Copies rows as the owner, a statement a table; ids get another number inside, wherever they stand. The
 * ledger's proof holds over copies as over what was copied, or the test that makes them fails.
 */
export async function openCopier(world: World): Promise<Copier> {
  const client = new pg.Client({ connectionString: world.ownerUrl });
  await client.connect();
  const statements: { text: string; takesAccounts: boolean }[] = [];
  for (const [table, which] of TABLES) {
    const text = copyStatement(table, which, await columnsOf(client, table));
    statements.push({ text, takesAccounts: which.includes('$5') });
  }
  const made = new Map<string, number>();
  return {
    async copy(source, count) {
      const from = (made.get(source.orderId) ?? FIRST) + 1;
      const to = from + count - 1;
      made.set(source.orderId, to);
      const people = [source.orderId, source.buyerId, source.sellerId];
      const { rows } = await client.query<{ ids: string[] }>(
        'select array_agg(id) as ids from ledger.accounts where holder = any($1)',
        [people],
      );
      for (const { text, takesAccounts } of statements) {
        const given = [source.orderId, from, to, people];
        await client.query(text, takesAccounts ? [...given, rows[0]?.ids ?? []] : given);
      }
      return Array.from({ length: count }, (_, index) => playOf(source, from + index));
    },
    close: () => client.end(),
  };
}

interface Column {
  name: string;
  type: string;
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = ''
     order by attnum`,
    [table],
  );
  return rows;
}

function copyStatement(table: string, which: string, columns: readonly Column[]): string {
  const names = columns.map(({ name }) => `"${name}"`);
  const values = columns.map(({ name, type }) => {
    const column = `t."${name}"`;
    if (ACCOUNTS.includes(name)) return accountOf(column);
    if (type === 'uuid') return `${idOf(`${column}::text`)}::uuid`;
    if (name === 'code') return `${column} || '-' || n.n`;
    return NAMING.includes(name) ? idOf(column) : column;
  });
  // Every statement is given the same; a parameter that none of its parts names would have no type.
  return `insert into ${table} (${names.join()}) select ${values.join()}
    from ${table} t cross join generate_series($2::integer, $3::integer) n(n)
    where (${which}) and $1::uuid is not null and $4::text[] is not null
    order by n.n${table.endsWith('history') || table.endsWith('transfers') ? ', t.seq' : ''}`;
}

const hexOf = "lpad(to_hex(n.n), 4, '0')";
const idOf = (text: string) => `regexp_replace(${text}, '${UUID}', ${hexOf} || '\\1', 'g')`;

/** The copied account where the account is somebody's of this order; house accounts are everybody's. */
function accountOf(column: string): string {
  const holder = idOf('a.holder');
  return `case when ${column} = any($5) then (select c.id from ledger.accounts a
    join ledger.accounts c on c.kind = a.kind and c.holder = ${holder} where a.id = ${column})
    else ${column} end`;
}

/** The play of the copy with that number. */
function playOf(source: Play, number: number): Play {
  const hex = number.toString(16).padStart(4, '0');
  const id = (of: string) => `${hex}${of.slice(4)}`;
  const [first, second] = source.judges;
  return {
    ...source,
    orderId: id(source.orderId),
    buyerId: id(source.buyerId),
    sellerId: id(source.sellerId),
    judges: [id(first), id(second)],
  };
}
