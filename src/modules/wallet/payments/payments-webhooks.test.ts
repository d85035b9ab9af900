import { verifyLedger } from '#ledger';
import { newId } from '#platform/context';
import { MINUTE_MS } from '#platform/time';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { gatewayClearingCheck } from '../gateway-clearing.report.ts';
import type { Payment } from '../payment.ts';
import { GatewayDown, WebhookNotSigned } from '../payment-errors.ts';
import { findPayment } from '../payment-store.ts';
import { signWebhook } from '../testing/index.ts';
import { aPayer } from '../testing/payments.fixture.ts';
import { askGateway } from './ask-gateway.ts';
import { beginPayment } from './begin-payment.ts';
import { cancelPayment } from './cancel-payment.ts';
import { checkPayment } from './check-payment.ts';
import { pollPayments } from './poll-payments.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { startPayment } from './start-payment.ts';

const world = await aWorld();
const server = await aServer(world);
const { ctx } = world;
const { member, gatewayIs, topUp, atGateway, gain } = await aPayer(world, server);

afterAll(async () => {
  expect(await verifyLedger(ctx, [gatewayClearingCheck])).toMatchObject({ ok: true });
});

async function say(
  payment: Payment,
  options: { eventId?: string; type?: string; ageSeconds?: number } = {},
) {
  const rawBody = JSON.stringify({
    event_id: options.eventId ?? newId(ctx),
    type: options.type ?? 'charge.succeeded',
    charge_id: payment.gatewayRef,
  });
  const headers = { 'sandbox-signature': signWebhook(ctx, rawBody, options.ageSeconds) };
  return receiveWebhook(ctx, { gateway: 'sandbox', headers, rawBody });
}

describe('words of the gateway', () => {
  it('credit what the gateway confirms when asked', async () => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    expect(await gain(() => say(payment))).toBe(2_000n);
  });

  it('are not believed: a success the gateway knows nothing of changes nothing', async () => {
    const payment = await startPayment(member, topUp());
    expect(await gain(() => say(payment, { type: 'charge.succeeded' }))).toBe(0n);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'pending' });
  });

  it('twice, late, out of order and replayed end in the same state', async () => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    const eventId = newId(ctx);
    const all = () =>
      Promise.all([
        say(payment, { eventId }),
        say(payment, { eventId }),
        say(payment, { type: 'charge.processing' }),
        say(payment, { type: 'charge.declined' }),
      ]);
    expect(await gain(all)).toBe(2_000n);
    expect(await gain(() => say(payment, { eventId }))).toBe(0n);
    const { rows } = await sql<{
      n: bigint;
      handled: bigint;
    }>`select count(*) as n, count(handled_at) as handled
      from wallet.gateway_events where event_id = ${eventId}`.execute(ctx.db);
    expect(rows).toEqual([{ n: 1n, handled: 1n }]);
  });

  it('after the payment was given up still bring the money', async () => {
    const payment = await startPayment(member, topUp());
    expect(await cancelPayment(member, payment)).toMatchObject({ state: 'cancelled' });
    await atGateway(payment, 'succeeded');
    expect(await gain(() => say(payment))).toBe(2_000n);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'confirmed' });
  });

  it('are kept while the gateway cannot be asked, and asked about in the next round', async () => {
    const payment = await startPayment(member, topUp());
    await cancelPayment(member, payment);
    await atGateway(payment, 'succeeded');
    gatewayIs('down');
    await expect(say(payment)).rejects.toBeInstanceOf(GatewayDown);
    world.clock.advance(MINUTE_MS);
    expect(await gain(() => pollPayments(ctx))).toBe(0n);
    gatewayIs('up');
    expect(await gain(() => pollPayments(ctx))).toBe(2_000n);
    const { rows } =
      await sql`select 1 from wallet.gateway_events where handled_at is null`.execute(ctx.db);
    expect(rows).toEqual([]);
  });

  it('about a charge nobody here made are kept and change nothing', async () => {
    const stray = { gatewayRef: newId(ctx) } as Payment;
    await expect(say(stray)).resolves.toBeUndefined();
  });

  it.each([
    ['no signature', () => ({})],
    ['a signature of nothing', () => ({ 'sandbox-signature': 't=1,v1=00' })],
    [
      'a signature over another body',
      (body: string) => ({ 'sandbox-signature': signWebhook(ctx, `${body} `) }),
    ],
    [
      'one six minutes old',
      (body: string) => ({ 'sandbox-signature': signWebhook(ctx, body, 360) }),
    ],
    [
      'one from six minutes ahead',
      (body: string) => ({ 'sandbox-signature': signWebhook(ctx, body, -360) }),
    ],
    ['two headers', (body: string) => ({ 'sandbox-signature': [signWebhook(ctx, body)] })],
  ])('with %s are refused and not stored', async (_what, headersOf) => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    const rawBody = JSON.stringify({
      event_id: newId(ctx),
      type: 'charge.succeeded',
      charge_id: payment.gatewayRef,
    });
    const send = () =>
      receiveWebhook(ctx, { gateway: 'sandbox', headers: headersOf(rawBody), rawBody });
    await expect(send()).rejects.toBeInstanceOf(WebhookNotSigned);
    const { rows } = await sql`select 1 from wallet.gateway_events where body = ${rawBody}`.execute(
      ctx.db,
    );
    expect(rows).toEqual([]);
    expect(await findPayment(ctx, payment.paymentId)).toMatchObject({ state: 'pending' });
  });

  it('signed but not understood are refused', async () => {
    for (const rawBody of ['', 'no json', '{}', '{"event_id":1,"charge_id":2}']) {
      const headers = { 'sandbox-signature': signWebhook(ctx, rawBody) };
      await expect(
        receiveWebhook(ctx, { gateway: 'sandbox', headers, rawBody }),
      ).rejects.toBeInstanceOf(WebhookNotSigned);
    }
  });

  it('of a gateway this site does not have are not found', async () => {
    const send = receiveWebhook(ctx, { gateway: 'stripe', headers: {}, rawBody: '{}' });
    await expect(send).rejects.toMatchObject({ status: 404 });
  });
});

describe('a webhook that never comes', () => {
  it('is mended by polling after a minute', async () => {
    world.clock.advance(MINUTE_MS);
    await pollPayments(ctx);
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    expect(await gain(() => pollPayments(ctx))).toBe(0n);
    world.clock.advance(MINUTE_MS);
    expect(await gain(() => pollPayments(ctx))).toBe(2_000n);
  });

  it('is mended when the payer looks at the receipt', async () => {
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    expect(await gain(() => checkPayment(member, payment.paymentId))).toBe(2_000n);
  });

  it('keeps no other payment from being asked about, however many wait before it', async () => {
    const waiting = await Promise.all(
      Array.from({ length: 105 }, () =>
        beginPayment(member, topUp({ amountMinor: 100n, feeMinor: 50n })),
      ),
    );
    world.clock.advance(1);
    const payment = await startPayment(member, topUp());
    await atGateway(payment, 'succeeded');
    world.clock.advance(MINUTE_MS);
    expect(await gain(() => pollPayments(ctx))).toBe(2_000n);
    await Promise.all(waiting.map(({ paymentId }) => cancelPayment(member, { paymentId })));
  });

  it('of a silent gateway is asked about once a round, not once a payment', async () => {
    const payments = await Promise.all([1, 2, 3].map(() => startPayment(member, topUp())));
    for (const payment of payments) await atGateway(payment, 'succeeded');
    world.clock.advance(MINUTE_MS);
    gatewayIs('down');
    const warned = () => world.logged.filter(({ level }) => level === 'warn').length;
    const before = warned();
    expect(await gain(() => pollPayments(ctx))).toBe(0n);
    expect(warned() - before).toBe(1);
    expect(await gain(() => checkPayment(member, (payments[0] as Payment).paymentId))).toBe(0n);
    await expect(askGateway(ctx, (payments[0] as Payment).paymentId)).rejects.toBeInstanceOf(
      GatewayDown,
    );
    gatewayIs('up');
    expect(await gain(() => pollPayments(ctx))).toBe(6_000n);
  });
});
