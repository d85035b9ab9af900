import { type Ctx, inTransaction, newId } from '#platform/context';
import { NotInCrowd, sideBySide } from '#platform/crowd';
import { sqlStateOf } from '#platform/db';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type World } from '#test/world';
import { balancesOf, escrowOf, houseBalanceOf } from './balances.ts';
import { InsufficientBalance } from './ledger-errors.ts';
import { postAtOnce, postTransfers } from './post-transfers.ts';
import { listPostings } from './postings.ts';
import { aTransfer, earn, fund, postAlone } from './testing/index.ts';
import { verifyLedger } from './proof/verify-ledger.ts';

let world: World;
let ctx: Ctx;
beforeAll(async () => {
  world = await aWorld();
  ctx = world.ctx;
});

const reserve = (memberId: string, amountMinor: bigint, orderId = newId(ctx)) =>
  aTransfer(ctx, 'reserve_from_credit', { debit: memberId, credit: orderId, orderId, amountMinor });

describe('posting', () => {
  it('moves money between the two accounts of its kind, and the house is the other side', async () => {
    const memberId = newId(ctx);
    const before = await houseBalanceOf(ctx, { kind: 'gateway_clearing', holder: 'sandbox' });
    await fund(ctx, memberId, 2_000n);
    const order = reserve(memberId, 1_500n);
    expect(await postAlone(ctx, order)).toEqual({ posted: true, transferIds: [order.id] });
    expect(await balancesOf(ctx, memberId)).toMatchObject({ creditMinor: 500n, earnedMinor: 0n });
    expect(await escrowOf(ctx, order.orderId ?? '')).toBe(1_500n);
    const after = await houseBalanceOf(ctx, { kind: 'gateway_clearing', holder: 'sandbox' });
    expect(after - before).toBe(-2_000n);
  });

  it('of a crowd is one posting, and what was posted before each must ask alone', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 2_000n);
    const orders = [reserve(memberId, 400n), reserve(memberId, 500n)];
    const post = () =>
      inTransaction(ctx, (tx) =>
        sideBySide(tx, orders, (one, order) => postTransfers(one, [order])),
      );
    expect(await post()).toEqual(orders.map(({ id }) => ({ posted: true, transferIds: [id] })));
    await expect(post()).rejects.toThrow(NotInCrowd);
    expect((await postAlone(ctx, orders[0] ?? reserve(memberId, 1n))).posted).toBe(false);
    expect(await balancesOf(ctx, memberId)).toMatchObject({ creditMinor: 1_100n });
  });

  it('counts the sum of one call: money may come and go in it', async () => {
    const memberId = newId(ctx);
    const topUp = aTransfer(ctx, 'top_up', {
      debit: 'sandbox',
      credit: memberId,
      amountMinor: 700n,
    });
    expect(await postAlone(ctx, reserve(memberId, 700n), topUp)).toMatchObject({ posted: true });
    expect((await balancesOf(ctx, memberId)).creditMinor).toBe(0n);
  });

  it('can be a transaction of its own in one round trip', async () => {
    const memberId = newId(ctx);
    const topUp = aTransfer(ctx, 'top_up', {
      debit: 'sandbox',
      credit: memberId,
      amountMinor: 70n,
    });
    expect(await postAtOnce(ctx, [topUp])).toEqual({ posted: true, transferIds: [topUp.id] });
    expect(await postAtOnce(ctx, [{ ...topUp, id: newId(ctx) }])).toEqual({
      posted: false,
      transferIds: [topUp.id],
    });
    await expect(postAtOnce(ctx, [reserve(memberId, 71n)])).rejects.toBeInstanceOf(
      InsufficientBalance,
    );
    expect((await balancesOf(ctx, memberId)).creditMinor).toBe(70n);
    expect(await postAtOnce(ctx, [])).toEqual({ posted: false, transferIds: [] });
  });

  it('posts nothing when there is nothing to post', async () => {
    expect(await postAlone(ctx)).toEqual({ posted: false, transferIds: [] });
  });

  it('knows in the database exactly the kinds of the list in code', async () => {
    const { rows } = await sql`select kind, debit_kind as debit, credit_kind as credit,
      same_holder as "sameHolder" from ledger.posting_kinds order by kind`.execute(ctx.db);
    const listed = listPostings().map(({ kind, debit, credit, sameHolder = false }) => ({
      kind,
      debit,
      credit,
      sameHolder,
    }));
    expect(rows).toEqual(listed.sort((a, b) => (a.kind < b.kind ? -1 : 1)));
  });
});

describe('the same act again', () => {
  it('changes nothing and answers the ids of the first time', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 1_000n);
    const first = reserve(memberId, 600n);
    await postAlone(ctx, first);
    const again = { ...first, id: newId(ctx) };
    expect(await postAlone(ctx, again)).toEqual({ posted: false, transferIds: [first.id] });
    expect((await balancesOf(ctx, memberId)).creditMinor).toBe(400n);
    expect(await escrowOf(ctx, first.orderId ?? '')).toBe(600n);
  });

  it('is known even when the balance no longer covers it', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 600n);
    const first = reserve(memberId, 600n);
    await postAlone(ctx, first);
    expect(await postAlone(ctx, first)).toEqual({ posted: false, transferIds: [first.id] });
    expect((await balancesOf(ctx, memberId)).creditMinor).toBe(0n);
  });

  it('happens once when it is sent 32 times at the same moment', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 900n);
    const act = reserve(memberId, 900n);
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => postAlone(ctx, { ...act, id: newId(ctx) })),
    );
    expect(answers.filter(({ posted }) => posted)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ transferIds }) => transferIds)).size).toBe(1);
    expect(await escrowOf(ctx, act.orderId ?? '')).toBe(900n);
  });

  it('happens once between house accounts too, where no balance is locked', async () => {
    const act = aTransfer(ctx, 'tax_on_fees', { amountMinor: 5n });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => postAlone(ctx, { ...act, id: newId(ctx) })),
    );
    expect(answers.filter(({ posted }) => posted)).toHaveLength(1);
    expect(await houseBalanceOf(ctx, { kind: 'tax' })).toBe(5n);
  });
});

describe('many at once', () => {
  it('lets exactly 10 of 64 spends through when the balance covers 10', async () => {
    const memberId = newId(ctx);
    await fund(ctx, memberId, 10_499n);
    const answers = await Promise.allSettled(
      Array.from({ length: 64 }, () => postAlone(ctx, reserve(memberId, 1_000n))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason] : [],
    );
    expect(refused.every((reason) => reason instanceof InsufficientBalance)).toBe(true);
    expect((await balancesOf(ctx, memberId)).creditMinor).toBe(499n);
  });

  it('never lets two crossing transfers wait for each other', async () => {
    const [one, two] = [newId(ctx), newId(ctx)];
    const orders = [newId(ctx), newId(ctx)];
    await fund(ctx, one, 100_000n);
    await fund(ctx, two, 100_000n);
    await postAlone(ctx, reserve(one, 50_000n, orders[0]), reserve(two, 50_000n, orders[1]));
    const cross = (index: number) => {
      const [from, to] = index % 2 === 0 ? [one, two] : [two, one];
      const [orderId, other] = index % 2 === 0 ? [orders[0], orders[1]] : [orders[1], orders[0]];
      const back = { debit: other, credit: to, orderId: other, amountMinor: 100n };
      return [reserve(from, 100n, orderId), aTransfer(ctx, 'refund_to_credit', back)];
    };
    // Not through inTransaction, which would hide a deadlock by trying again.
    const answers = await Promise.allSettled(
      Array.from({ length: 400 }, (_, index) => {
        const rows = cross(index).map(({ amountMinor, orderId, ...rest }) => ({
          ...rest,
          amount_minor: String(amountMinor),
          order_id: orderId,
        }));
        return ctx.pool.query('select ledger.post($1::jsonb, $2)', [
          JSON.stringify(rows),
          ctx.clock.now(),
        ]);
      }),
    );
    expect(
      answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : [])),
    ).toEqual([]);
  });
});

describe('nobody changes what was written', () => {
  const statements = [
    'update ledger.transfers set amount_minor = amount_minor + 1',
    'update ledger.transfers set amount_minor = 1 where false',
    'delete from ledger.transfers',
    'truncate ledger.transfers',
    'delete from ledger.accounts',
    "update ledger.accounts set holder = ''",
    'update ledger.house_snapshots set balance_minor = 0',
    'delete from ledger.house_snapshots',
  ];
  const asRole = async (url: string, statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(statement);
      return 'done';
    } catch (error) {
      return sqlStateOf(error);
    } finally {
      await client.end();
    }
  };

  it.each(statements)('refuses the owner: %s', async (statement) => {
    expect(await asRole(world.ownerUrl, statement)).toBe('LG004');
  });

  it.each([
    ...statements,
    'insert into ledger.transfers (key) values (1)',
    "insert into ledger.accounts (kind, opened_at) values ('tax', '2026-01-01')",
    'update ledger.accounts set balance_minor = 1000000',
    'update ledger.accounts set held_minor = 0',
    "insert into ledger.posting_kinds values ('gift', 'tax', 'member_credit')",
    'insert into ledger.house_snapshots select 1, 1, 1, null',
    'delete from ledger.holds',
    "select ledger.replayed('[]')",
    'alter table ledger.transfers disable trigger all',
    'set session_replication_role = replica',
  ])('does not allow the application: %s', async (statement) => {
    expect(await asRole(world.url, statement)).toBe('42501');
  });

  it('keeps balances at zero or above even against the owner', async () => {
    const statement = "update ledger.accounts set balance_minor = -1 where kind = 'member_credit'";
    expect(await asRole(world.ownerUrl, statement)).toBe('23514');
  });
});

describe('a refusal inside a larger transaction', () => {
  it('takes everything of the transaction with it', async () => {
    const memberId = newId(ctx);
    await earn(ctx, memberId, 300n);
    const act = inTransaction(ctx, async (tx) => {
      await sql`insert into platform.limits (key) values ('ledger-test')`.execute(tx.db);
      await postTransfers(tx, [reserve(memberId, 1n)]);
    });
    await expect(act).rejects.toBeInstanceOf(InsufficientBalance);
    const { rows } = await sql`select from platform.limits where key = 'ledger-test'`.execute(
      ctx.db,
    );
    expect(rows).toEqual([]);
  });

  it('leaves a ledger that still proves itself', async () => {
    expect(await verifyLedger(ctx)).toMatchObject({ ok: true, differences: [] });
  });
});
