import { aMember } from '#catalogue/testing';
import { verifyLedger } from '#ledger';
import { newId } from '#platform/context';
import { HOUR_MS } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { ChargeState } from '../gateway.ts';
import { gatewayClearingCheck } from '../gateway-clearing.report.ts';
import { type Payment, totalOf } from '../payment.ts';
import {
  GatewayDown,
  PaymentEnded,
  PaymentInProcess,
  PaymentKeyReused,
} from '../payment-errors.ts';
import { findPayment } from '../payment-store.ts';
import { aPayer } from '../testing/payments.fixture.ts';
import { beginPayment } from './begin-payment.ts';
import { cancelPayment } from './cancel-payment.ts';
import { checkPayment } from './check-payment.ts';
import { expirePayment } from './expire-payment.ts';
import { pollPayments } from './poll-payments.ts';
import { resumePayment } from './resume-payment.ts';
import { settlePayment } from './settle-payment.ts';
import { startPayment } from './start-payment.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const { member, gatewayIs, topUp, atGateway, gain } = await aPayer(world, server);

const report = (payment: Payment, state: ChargeState, amountMinor = totalOf(payment)) => ({
  paymentId: payment.paymentId,
  report: { ref: payment.gatewayRef ?? '', state, amountMinor },
});

describe('a payment begins', () => {
  it('with a page at the gateway over amount and fee together', async () => {
    const payment = await startPayment(member, topUp());
    expect(payment).toMatchObject({
      state: 'pending',
      amountMinor: 2_000n,
      feeMinor: 100n,
      description: 'شحن رصيد',
    });
    expect(payment.redirectUrl).toMatch(`${server.url}/sandbox/pay/`);
    const { rows } = await sql`select amount_minor, description from sandbox.charges
      where id = ${payment.gatewayRef}`.execute(ctx.db);
    expect(rows).toEqual([{ amount_minor: 2_100n, description: 'شحن رصيد' }]);
  });

  it('once, however often and however much at once it is asked for', async () => {
    const input = topUp();
    const all = await Promise.all(Array.from({ length: 12 }, () => startPayment(member, input)));
    expect(new Set(all.map((payment) => payment.paymentId)).size).toBe(1);
    expect(new Set(all.map((payment) => payment.gatewayRef)).size).toBe(1);
  });

  it.each([
    ['another amount', { amountMinor: 2_001n }],
    [
      'another purpose',
      { purpose: 'purchase' as const, purchaseId: '00000000-0000-7000-8000-00000000000a' },
    ],
  ])('not again under the same key for %s', async (_what, change) => {
    const input = topUp();
    await beginPayment(member, input);
    await expect(beginPayment(member, { ...input, ...change })).rejects.toBeInstanceOf(
      PaymentKeyReused,
    );
  });

  it('not for strangers, nor by a gateway this site does not have', async () => {
    await expect(startPayment(world.stranger, topUp())).rejects.toMatchObject({ status: 401 });
    await expect(startPayment(member, topUp({ gateway: 'stripe' }))).rejects.toMatchObject({
      status: 404,
    });
    ctx.site.demo = false;
    await expect(startPayment(member, topUp())).rejects.toMatchObject({ status: 404 });
    ctx.site.demo = true;
  });

  it('while the gateway is silent without a page, and gets it later', async () => {
    gatewayIs('down');
    const input = topUp();
    const payment = await startPayment(member, input);
    expect(payment).toMatchObject({ state: 'pending', redirectUrl: undefined });
    gatewayIs('up');
    expect((await resumePayment(member, payment)).redirectUrl).toMatch('/sandbox/pay/');
    expect((await startPayment(member, input)).paymentId).toBe(payment.paymentId);
  });
});

describe('the outcome', () => {
  it.each([
    ['succeeded', 'confirmed', 2_000n],
    ['declined', 'failed', 0n],
    ['cancelled', 'cancelled', 0n],
    ['pending', 'pending', 0n],
    ['unknown', 'pending', 0n],
  ] as const)('%s at the gateway is %s here', async (state, expected, gained) => {
    const payment = await startPayment(member, topUp());
    expect(await gain(() => settlePayment(ctx, report(payment, state)))).toBe(gained);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: expected });
  });

  it('is credited once by twenty reports at the same time', async () => {
    const payment = await startPayment(member, topUp());
    const settle = () => settlePayment(ctx, report(payment, 'succeeded'));
    expect(await gain(() => Promise.all(Array.from({ length: 20 }, settle)))).toBe(2_000n);
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from platform.facts
      where kind = 'wallet.payment-confirmed' and payload ->> 'paymentId' = ${payment.paymentId}`.execute(
      ctx.db,
    );
    expect(rows[0]?.n).toBe(1n);
  });

  it.each(['declined', 'cancelled'] as const)(
    'once credited stays, whatever is said later: %s',
    async (state) => {
      const payment = await startPayment(member, topUp());
      await settlePayment(ctx, report(payment, 'succeeded'));
      expect(await gain(() => settlePayment(ctx, report(payment, state)))).toBe(0n);
      expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'confirmed' });
    },
  );

  it.each(['declined', 'cancelled'] as const)(
    'a success after %s is credited all the same, marked late',
    async (state) => {
      const payment = await startPayment(member, topUp());
      await settlePayment(ctx, report(payment, state));
      expect(await gain(() => settlePayment(ctx, report(payment, 'succeeded')))).toBe(2_000n);
      const { rows } = await sql<{
        late: boolean;
      }>`select (payload ->> 'late')::boolean as late from platform.facts
      where kind = 'wallet.payment-confirmed' and payload ->> 'paymentId' = ${payment.paymentId}`.execute(
        ctx.db,
      );
      expect(rows).toEqual([{ late: true }]);
    },
  );

  it('over another amount changes nothing and cries out', async () => {
    const payment = await startPayment(member, topUp());
    const logged = world.logged.length;
    expect(await gain(() => settlePayment(ctx, report(payment, 'succeeded', 2_099n)))).toBe(0n);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'pending' });
    expect(world.logged.slice(logged)).toMatchObject([{ level: 'error' }]);
  });
});

describe('giving up', () => {
  it('calls the charge off at the gateway, and twice is the same', async () => {
    const payment = await startPayment(member, topUp());
    expect(await cancelPayment(member, payment)).toMatchObject({ state: 'cancelled' });
    expect(await cancelPayment(member, payment)).toMatchObject({ state: 'cancelled' });
    const { rows } =
      await sql`select state from sandbox.charges where id = ${payment.gatewayRef}`.execute(ctx.db);
    expect(rows).toEqual([{ state: 'cancelled' }]);
  });

  it('works without a page, too', async () => {
    const payment = await beginPayment(member, topUp());
    expect(await cancelPayment(member, payment)).toMatchObject({ state: 'cancelled' });
  });

  it('credits money that was taken meanwhile', async () => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    expect(await gain(() => cancelPayment(member, payment))).toBe(2_000n);
  });

  it('is refused while the bank works on it', async () => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'processing');
    await expect(cancelPayment(member, payment)).rejects.toBeInstanceOf(PaymentInProcess);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'pending' });
  });

  it('is refused while the gateway is silent: it might take the money', async () => {
    const payment = await startPayment(member, topUp());
    gatewayIs('down');
    await expect(cancelPayment(member, payment)).rejects.toBeInstanceOf(GatewayDown);
  });

  it('is refused after the end', async () => {
    const payment = await startPayment(member, topUp());
    await settlePayment(ctx, report(payment, 'succeeded'));
    await expect(cancelPayment(member, payment)).rejects.toBeInstanceOf(PaymentEnded);
  });

  it('is nobody else’s to do', async () => {
    const payment = await startPayment(member, topUp());
    const other = world.as(await aMember(world));
    await expect(cancelPayment(other, payment)).rejects.toMatchObject({ status: 404 });
    await expect(cancelPayment(world.stranger, payment)).rejects.toMatchObject({ status: 401 });
    for (const paymentId of ['', 'x', newId(ctx)]) {
      await expect(cancelPayment(member, { paymentId })).rejects.toMatchObject({ status: 404 });
    }
  });
});

describe('the time for a payment', () => {
  it('is two hours; then it is called off at the gateway and expires', async () => {
    const payment = await startPayment(member, topUp());
    world.clock.advance(2 * HOUR_MS - 1);
    expect(await checkPayment(ctx, payment.paymentId)).toMatchObject({ state: 'pending' });
    world.clock.advance(1);
    await pollPayments(ctx);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'expired' });
    const { rows } =
      await sql`select state from sandbox.charges where id = ${payment.gatewayRef}`.execute(ctx.db);
    expect(rows).toEqual([{ state: 'cancelled' }]);
  });

  it.each([
    ['succeeded', 'confirmed'],
    ['declined', 'failed'],
    ['processing', 'pending'],
  ] as const)('over, a charge that is %s makes it %s', async (state, expected) => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, state);
    world.clock.advance(2 * HOUR_MS);
    expect(await expirePayment(ctx, payment.paymentId)).toMatchObject({ state: expected });
  });

  it('over while the gateway is silent, it waits', async () => {
    const payment = await startPayment(member, topUp());
    world.clock.advance(2 * HOUR_MS);
    gatewayIs('down');
    expect(await checkPayment(ctx, payment.paymentId)).toMatchObject({ state: 'pending' });
  });
});

it('all of it agrees with the ledger and with what the gateway reports', async () => {
  expect(await verifyLedger(ctx, [gatewayClearingCheck])).toMatchObject({ ok: true });
});
