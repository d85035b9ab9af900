import pg from 'pg';

/** Members of the loaded ledger: four accounts each make one million. */
export const MEMBERS = 250_000;
const CLOSED_ORDERS = 2_400_000;
const OPEN_ORDERS = 150_000;
const AT = '2026-01-01T00:00:00Z';

/** The id of the member, order or transfer with this number; what lies close in time is close here. */
export function numberedId(family: 'a' | 'b' | 'c', index: number): string {
  const hex = index.toString(16).padStart(12, '0');
  return `019a${family}000-0000-7000-8000-${hex}`;
}

const id = (family: string, number: string) =>
  `('019a${family}000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))`;
const member = (number: string) => id('a', number);
const order = (number: string) => id('b', number);
const BUYER = `(i % ${MEMBERS})`;
const SELLER = `((i * 7 + 1) % ${MEMBERS})`;

/** Each kind of loaded transfer: of which numbers, from whom, to whom, how much. */
const families = [
  ['top_up', MEMBERS, "'gateway_clearing', 'sandbox'", `'member_credit', ${member('i')}`, 100_000],
  [
    'reserve_from_credit',
    CLOSED_ORDERS + OPEN_ORDERS,
    `'member_credit', ${member(BUYER)}`,
    `'order_escrow', ${order('i')}`,
    1_000,
  ],
  [
    'release_to_seller',
    CLOSED_ORDERS,
    `'order_escrow', ${order('i')}`,
    `'member_pending', ${member(SELLER)}`,
    800,
  ],
  ['commission', CLOSED_ORDERS, `'order_escrow', ${order('i')}`, "'commission', ''", 200],
  [
    'clearing',
    CLOSED_ORDERS,
    `'member_pending', ${member(SELLER)}`,
    `'member_earned', ${member(SELLER)}`,
    800,
  ],
] as const;

/**
 * Fills an empty ledger with ten million transfers over one million member accounts and as many
 * escrows as orders: bulk SQL as the owner, indexes made afterwards, balances that the proof accepts.
 */
export async function loadLedger(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select count(*)::int as n from ledger.accounts');
    if (rows[0].n > MEMBERS) return;
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
    await client.query('begin');
    await insertAccounts(client);
    const restore = await dropIndexes(client);
    for (const family of families) await insertTransfers(client, family);
    for (const statement of restore) await client.query(statement);
    await client.query('commit');
    await client.query('vacuum analyze ledger.accounts');
    await client.query('vacuum analyze ledger.transfers');
  } finally {
    await client.end();
  }
}

async function insertAccounts(client: pg.Client): Promise<void> {
  const open = `insert into ledger.accounts (kind, holder, balance_minor, opened_at)`;
  await client.query(`${open} select 'gateway_clearing', 'sandbox', null::bigint, '${AT}'::timestamptz
    union all select 'commission', '', null, '${AT}'`);
  const spent = `(select count(*) from generate_series(m.i::bigint, ${CLOSED_ORDERS + OPEN_ORDERS - 1}, ${MEMBERS}))`;
  await client.query(`create temp table sold on commit drop as
    select ${SELLER} as i, count(*)::bigint as n from generate_series(0::bigint, ${CLOSED_ORDERS - 1}) i group by 1`);
  await client.query(`${open}
    select a.kind, ${member('m.i')}, case a.kind when 'member_credit' then 100000 - 1000 * ${spent}
      when 'member_earned' then 800 * coalesce(s.n, 0) else 0 end, '${AT}'
    from generate_series(0, ${MEMBERS - 1}) as m(i) left join sold s on s.i = m.i
    cross join (values ('member_credit'), ('member_pending'), ('member_earned'), ('member_withdrawing')) as a(kind)
    order by m.i`);
  await client.query(`${open}
    select 'order_escrow', ${order('i')}, case when i < ${CLOSED_ORDERS} then 0 else 1000 end, '${AT}'
    from generate_series(0, ${CLOSED_ORDERS + OPEN_ORDERS - 1}) i`);
  await client.query('analyze ledger.accounts');
}

/** Takes the indexes away; answers the statements that make them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const constraints = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = 'ledger.transfers'::regclass and contype in ('p', 'u')`,
  );
  const indexes = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'ledger.transfers'::regclass
       and not exists (select from pg_constraint c where c.conindid = indexrelid)`,
  );
  for (const { name } of constraints.rows) {
    await client.query(`alter table ledger.transfers drop constraint ${name}`);
  }
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  return [
    ...constraints.rows.map(
      ({ name, definition }) => `alter table ledger.transfers add constraint ${name} ${definition}`,
    ),
    ...indexes.rows.map(({ definition }) => definition),
  ];
}

async function insertTransfers(
  client: pg.Client,
  family: (typeof families)[number],
): Promise<void> {
  const [kind, count, debit, credit, amountMinor] = family;
  const joined = (alias: string, name: string) => {
    const [accountKind, holder] = name.split(/, (.*)/s);
    return `join ledger.accounts ${alias} on ${alias}.kind = ${accountKind} and ${alias}.holder = ${holder}`;
  };
  await client.query(`insert into ledger.transfers
    (id, key, kind, debit_account_id, credit_account_id, amount_minor, at, actor, order_id)
    select gen_random_uuid(), '${kind}:' || i, '${kind}', d.id, c.id,
      ${amountMinor}, '${AT}', 'system:bench', ${kind === 'top_up' ? 'null' : `${order('i')}::uuid`}
    from generate_series(0, ${count - 1}) i ${joined('d', debit)} ${joined('c', credit)}`);
}
