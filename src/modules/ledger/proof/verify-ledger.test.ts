import { type Ctx, inTransaction, newId } from '#platform/context';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type World } from '#test/world';
import type { LedgerCheck } from './difference.ts';
import { hold } from '../holds/hold.ts';
import { takeHouseSnapshots } from '../take-house-snapshots.ts';
import { aTransfer, earn, fund, postAlone } from '../testing/index.ts';
import { lastVerification, verifyLedger, verifyLedgerHourly } from './verify-ledger.ts';

let world: World;
let ctx: Ctx;
const memberId = '019aaf00-0000-7000-8000-000000000001';
const otherId = '019aaf00-0000-7000-8000-000000000002';
const orderId = '019aaf00-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  world = await aWorld();
  ctx = world.ctx;
  await fund(ctx, memberId, 2_000n);
  await earn(ctx, otherId, 500n);
  await postAlone(
    ctx,
    aTransfer(ctx, 'reserve_from_credit', {
      key: 'reserve',
      debit: memberId,
      credit: orderId,
      orderId,
      amountMinor: 1_500n,
    }),
    aTransfer(ctx, 'top_up_fee', { key: 'fee', debit: 'sandbox', amountMinor: 75n }),
  );
  await inTransaction(ctx, (tx) =>
    hold(tx, {
      holdId: newId(tx),
      memberId: otherId,
      over: 'earned',
      amountMinor: 200n,
      reason: 'Under review',
      endsAt: new Date(tx.clock.now().getTime() + 86_400_000),
    }),
  );
  await takeHouseSnapshots(ctx);
});

/** Changes the ledger as only a superuser can: triggers off, inside a transaction that is given back. */
let superuser: pg.Client;
beforeEach(() => {
  superuser = new pg.Client({ connectionString: world.superuserUrl });
});

async function tampered(statement: string, mend: string) {
  await superuser.connect();
  await superuser.query('set session_replication_role = replica');
  try {
    await superuser.query(statement);
    return await verifyLedger(ctx);
  } finally {
    await superuser.query(mend);
    await superuser.end();
  }
}

const TRANSFER = "where key = 'reserve'";
const CREDIT = `where kind = 'member_credit' and holder = '${memberId}'`;
const COPY = `insert into ledger.transfers (id, key, kind, debit_account_id, credit_account_id, amount_minor, order_id, actor, at)
  select gen_random_uuid(),`;

const pendingOf = (holder: string) => {
  const account = `(select id from ledger.accounts where kind = 'member_pending' and holder = '${holder}')`;
  return `update ledger.transfers set credit_account_id = ${account} where kind = 'release_to_seller';
    update ledger.transfers set debit_account_id = ${account} where kind = 'clearing'`;
};

describe('the proof', () => {
  it('counts what there is and finds nothing wrong', async () => {
    expect(await verifyLedger(ctx)).toEqual({
      ok: true,
      transfers: 7n,
      accounts: 8n,
      members: 3n,
      escrowHeld: 1_500n,
      differences: [],
    });
  });

  const tamperings: [string, string, string, string[]][] = [
    [
      'an amount changed',
      `update ledger.transfers set amount_minor = 1400 ${TRANSFER}`,
      `update ledger.transfers set amount_minor = 1500 ${TRANSFER}`,
      ['balance', 'balance'],
    ],
    [
      'a transfer removed',
      `create table public.kept as select * from ledger.transfers ${TRANSFER}; delete from ledger.transfers ${TRANSFER}`,
      'insert into ledger.transfers overriding system value select * from public.kept; drop table public.kept',
      ['balance', 'balance'],
    ],
    [
      'a transfer between two house accounts that the running balances cannot see',
      `update ledger.transfers set amount_minor = 76 where key = 'fee'`,
      `update ledger.transfers set amount_minor = 75 where key = 'fee'`,
      ['house-snapshot', 'house-snapshot'],
    ],
    [
      'a balance raised',
      `update ledger.accounts set balance_minor = balance_minor + 1 ${CREDIT}`,
      `update ledger.accounts set balance_minor = balance_minor - 1 ${CREDIT}`,
      ['balance', 'sum-of-all'],
    ],
    [
      'a balance below zero that its transfers agree with',
      `alter table ledger.accounts drop constraint balance_is_never_negative_nor_less_than_held;
       update ledger.accounts set balance_minor = -500 ${CREDIT};
       update ledger.accounts set balance_minor = 2500 where holder = '${orderId}';
       update ledger.transfers set amount_minor = 2500 ${TRANSFER}`,
      `update ledger.transfers set amount_minor = 1500 ${TRANSFER};
       update ledger.accounts set balance_minor = 1500 where holder = '${orderId}';
       update ledger.accounts set balance_minor = 500 ${CREDIT};
       alter table ledger.accounts add constraint balance_is_never_negative_nor_less_than_held check (held_minor >= 0 and balance_minor >= held_minor)`,
      ['guard-missing', 'negative-balance'],
    ],
    [
      'an account taken away',
      `create table public.kept as select * from ledger.accounts ${CREDIT}; delete from ledger.accounts ${CREDIT}`,
      'insert into ledger.accounts overriding system value select * from public.kept; drop table public.kept',
      ['posting-not-allowed', 'posting-not-allowed', 'unknown-account'],
    ],
    [
      'money led to another member',
      `update ledger.transfers set debit_account_id = (select id from ledger.accounts where kind = 'member_earned' and holder = '${otherId}') ${TRANSFER}`,
      `update ledger.transfers set debit_account_id = (select id from ledger.accounts ${CREDIT}) ${TRANSFER}`,
      ['balance', 'balance', 'posting-not-allowed'],
    ],
    [
      'a transfer called something else',
      `update ledger.transfers set kind = 'commission' ${TRANSFER}`,
      `update ledger.transfers set kind = 'reserve_from_credit' ${TRANSFER}`,
      ['posting-not-allowed'],
    ],
    [
      'an escrow moved in the name of another order',
      `update ledger.transfers set order_id = '${otherId}' ${TRANSFER}`,
      `update ledger.transfers set order_id = '${orderId}' ${TRANSFER}`,
      ['posting-not-allowed'],
    ],
    [
      'earnings cleared to another member',
      `insert into ledger.accounts (kind, holder, balance_minor, opened_at) values ('member_pending', '${memberId}', 0, '2026-01-01');
       ${pendingOf(memberId)}`,
      `${pendingOf(otherId)};
       delete from ledger.accounts where kind = 'member_pending' and holder = '${memberId}'`,
      ['another-holder'],
    ],
    [
      'a key that stands twice',
      `alter table ledger.transfers drop constraint transfer_key_is_used_once;
       ${COPY} key, kind, debit_account_id, credit_account_id, 1, order_id, actor, at from ledger.transfers where key = 'fee'`,
      `delete from ledger.transfers where key = 'fee' and amount_minor = 1;
       alter table ledger.transfers add constraint transfer_key_is_used_once unique (key)`,
      ['duplicate-key', 'guard-missing'],
    ],
    [
      'a transfer from an account to itself',
      `alter table ledger.transfers drop constraint transfer_moves_a_positive_amount_between_two_accounts;
       ${COPY} 'self', kind, debit_account_id, debit_account_id, 1, order_id, actor, at from ledger.transfers where key = 'fee'`,
      `delete from ledger.transfers where key = 'self';
       alter table ledger.transfers add constraint transfer_moves_a_positive_amount_between_two_accounts check (amount_minor > 0 and debit_account_id <> credit_account_id)`,
      ['guard-missing', 'posting-not-allowed'],
    ],
    [
      'a negative amount that turns a transfer round',
      `alter table ledger.transfers drop constraint transfer_moves_a_positive_amount_between_two_accounts;
       ${COPY} 'turned', kind, debit_account_id, credit_account_id, -1, order_id, actor, at from ledger.transfers where key = 'fee'`,
      `delete from ledger.transfers where key = 'turned';
       alter table ledger.transfers add constraint transfer_moves_a_positive_amount_between_two_accounts check (amount_minor > 0 and debit_account_id <> credit_account_id)`,
      ['guard-missing', 'posting-not-allowed'],
    ],
    [
      'a hold forgotten by its account',
      `update ledger.accounts set held_minor = 0 where holder = '${otherId}'`,
      `update ledger.accounts set held_minor = 200 where holder = '${otherId}' and kind = 'member_earned'`,
      ['held-sum'],
    ],
    [
      'a snapshot falsified',
      'update ledger.house_snapshots set balance_minor = balance_minor + 1 where balance_minor = 75',
      'update ledger.house_snapshots set balance_minor = balance_minor - 1 where balance_minor = 76',
      ['house-snapshot'],
    ],
    [
      'a trigger switched off',
      'alter table ledger.transfers disable trigger transfers_are_append_only',
      'alter table ledger.transfers enable trigger transfers_are_append_only',
      ['guard-missing'],
    ],
  ];

  it.each(tamperings)('finds %s', async (_name, statement, mend, found) => {
    const report = await tampered(statement, mend);
    expect(report.ok).toBe(false);
    expect(
      report.differences.map(({ check }) => check).sort(),
      JSON.stringify(report.differences),
    ).toEqual(found);
    expect((await verifyLedger(ctx)).differences).toEqual([]);
  });

  it('names the account, what its transfers say and what it says', async () => {
    const report = await tampered(
      `update ledger.accounts set balance_minor = 9 ${CREDIT}`,
      `update ledger.accounts set balance_minor = 500 ${CREDIT}`,
    );
    expect(report.differences).toContainEqual({
      check: 'balance',
      subject: `member_credit ${memberId}`,
      expected: '500',
      found: '9',
    });
  });

  it('runs the checks of other modules in the same snapshot', async () => {
    const seen: string[] = [];
    const check: LedgerCheck = {
      name: 'orders-escrow',
      async run(tx) {
        await fund(world.ctx, newId(ctx), 100n);
        const { rows } = await sql<{
          n: bigint;
        }>`select count(*) as n from ledger.transfers`.execute(tx.db);
        seen.push(String(rows[0]?.n));
        return [
          { check: 'orders-escrow', subject: `order ${orderId}`, expected: '0', found: '1500' },
        ];
      },
    };
    const report = await verifyLedger(ctx, [check]);
    expect(report).toMatchObject({ ok: false, differences: [{ check: 'orders-escrow' }] });
    expect(seen).toEqual([report.transfers.toString()]);
  });

  it('changes nothing', async () => {
    const check: LedgerCheck = {
      name: 'writes',
      async run(tx) {
        await sql`insert into platform.limits (key) values ('x')`.execute(tx.db);
        return [];
      },
    };
    await expect(verifyLedger(ctx, [check])).rejects.toMatchObject({ code: '25006' });
  });

  it('stays fine while money moves', async () => {
    const busy = Promise.all(Array.from({ length: 100 }, () => fund(ctx, newId(ctx), 5n)));
    const reports = await Promise.all(Array.from({ length: 5 }, () => verifyLedger(ctx)));
    await busy;
    expect(reports.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('the hourly proof', () => {
  it('keeps its result and says when all is well', async () => {
    await verifyLedgerHourly(ctx);
    expect(await lastVerification(ctx)).toEqual({ ok: true, startedAt: ctx.clock.now() });
    expect(world.logged.at(-1)).toMatchObject({ level: 'info', message: 'ledger verified' });
  });

  it('cries out on a difference', async () => {
    world.clock.advance(3_600_000);
    const differs: LedgerCheck = {
      name: 'gateway',
      run: () =>
        Promise.resolve([{ check: 'gateway', subject: 'sandbox', expected: '1', found: '2' }]),
    };
    await verifyLedgerHourly(ctx, [differs]);
    expect(await lastVerification(ctx)).toEqual({ ok: false, startedAt: ctx.clock.now() });
    expect(world.logged.at(-1)).toMatchObject({ level: 'error' });
  });
});
