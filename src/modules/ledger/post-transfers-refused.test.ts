import { newId } from '#platform/context';
import { sqlStateOf } from '#platform/db';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld } from '#test/world';
import { balancesOf, escrowOf } from './balances.ts';
import { InsufficientBalance, KeyReused } from './ledger-errors.ts';
import { aTransfer, fund, postAlone } from './testing/index.ts';
import { verifyLedger } from './proof/verify-ledger.ts';

const { ctx } = await aWorld();

afterAll(async () => {
  expect(await verifyLedger(ctx)).toMatchObject({ ok: true, differences: [] });
});

describe('refusals, each leaving everything as it was', () => {
  const memberId = '019aaf00-0000-7000-8000-000000000001';
  const orderId = '019aaf00-0000-7000-8000-0000000000aa';
  const otherId = '019aaf00-0000-7000-8000-000000000002';
  const good = () =>
    aTransfer(ctx, 'reserve_from_credit', {
      key: 'refusals:first',
      debit: memberId,
      credit: orderId,
      orderId,
      amountMinor: 100n,
    });
  beforeAll(async () => {
    await fund(ctx, memberId, 1_000n);
    await postAlone(ctx, good());
  });

  const fresh = (change: object) => [{ ...good(), key: newId(ctx), ...change }];
  const cases: [string, () => object[], string][] = [
    ['more than there is', () => fresh({ amountMinor: 901n }), 'LG001'],
    ['money of somebody who has none', () => fresh({ debit: otherId }), 'LG001'],
    ['the key with another amount', () => [{ ...good(), amountMinor: 101n }], 'LG002'],
    ['the key with another payer', () => [{ ...good(), debit: otherId }], 'LG002'],
    [
      'the key with another kind',
      () => [{ ...good(), kind: 'top_up', debit: 'sandbox', credit: memberId }],
      'LG002',
    ],
    ['the key about another payment', () => [{ ...good(), paymentId: otherId }], 'LG002'],
    ['a known and a new key together', () => [good(), ...fresh({})], 'LG002'],
    [
      'one key twice in a call',
      () => {
        const [one] = fresh({});
        return [one!, { ...one, id: newId(ctx) }];
      },
      'LG002',
    ],
    [
      'one id under two keys',
      () => {
        const [one] = fresh({});
        return [one!, { ...one, key: newId(ctx) }];
      },
      '23505',
    ],
    ['an unknown kind', () => fresh({ kind: 'gift' }), 'LG003'],
    ['an amount of zero', () => fresh({ amountMinor: 0n }), 'LG003'],
    ['a negative amount', () => fresh({ amountMinor: -5n }), 'LG003'],
    ['an escrow of another order', () => fresh({ orderId: otherId }), 'LG003'],
    ['an escrow without its order', () => fresh({ orderId: undefined }), 'LG003'],
    ['clearing to somebody else', () => fresh({ kind: 'clearing', credit: otherId }), 'LG003'],
    ['a transfer without an actor', () => fresh({ actor: undefined }), 'LG003'],
    ['a transfer without a key', () => fresh({ key: undefined }), 'LG003'],
    ['an empty key', () => fresh({ key: '' }), 'LG003'],
    [
      'more than ten billion dollars',
      () =>
        fresh({
          kind: 'top_up',
          debit: 'sandbox',
          credit: memberId,
          orderId: undefined,
          amountMinor: 10n ** 12n,
        }),
      'LG003',
    ],
    [
      'a holder that is no id',
      () => fresh({ kind: 'top_up', debit: 'sandbox', credit: 'ahmad', orderId: undefined }),
      '23514',
    ],
    [
      'an id in capital letters',
      () =>
        fresh({
          kind: 'top_up',
          debit: 'sandbox',
          credit: newId(ctx).toUpperCase().replace('0', 'F'),
          orderId: undefined,
        }),
      '23514',
    ],
    [
      'a gateway with a space in its name',
      () => fresh({ kind: 'top_up', debit: 'sand box', credit: memberId, orderId: undefined }),
      '23514',
    ],
    [
      'a holder for an account without one',
      () => fresh({ kind: 'top_up_fee', debit: 'sandbox', credit: memberId, orderId: undefined }),
      '23514',
    ],
  ];
  it.each(cases)('refuses %s', async (_name, transfers, state) => {
    const count = async () =>
      (await sql<{ n: bigint }>`select count(*) as n from ledger.transfers`.execute(ctx.db)).rows[0]
        ?.n;
    const before = [await balancesOf(ctx, memberId), await escrowOf(ctx, orderId), await count()];
    const error = await postAlone(ctx, ...(transfers() as never[])).catch(
      (caught: Error) => caught,
    );
    expect(sqlStateOf(error) ?? sqlStateOf((error as Error).cause), String(error)).toBe(state);
    expect([await balancesOf(ctx, memberId), await escrowOf(ctx, orderId), await count()]).toEqual(
      before,
    );
  });

  it('says how much is missing and where', async () => {
    const error = await postAlone(ctx, ...(fresh({ amountMinor: 1_234n }) as never[])).catch(
      (caught) => caught,
    );
    expect(error).toBeInstanceOf(InsufficientBalance);
    expect(error).toMatchObject({ missingMinor: 334n, accountKind: 'member_credit', status: 409 });
  });

  it('names the key that was used before', async () => {
    const error = await postAlone(ctx, { ...good(), amountMinor: 1n }).catch((caught) => caught);
    expect(error).toBeInstanceOf(KeyReused);
    expect(error).toMatchObject({ details: { key: 'refusals:first' } });
  });

  it('takes at most 1,000 transfers in a call', async () => {
    const many = Array.from({ length: 1_001 }, () =>
      aTransfer(ctx, 'tax_on_fees', { amountMinor: 1n }),
    );
    await expect(postAlone(ctx, ...many)).rejects.toMatchObject({ code: 'LG003' });
    expect(await postAlone(ctx, ...many.slice(1))).toMatchObject({ posted: true });
  });
});
