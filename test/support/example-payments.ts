import { randomUUID } from 'node:crypto';
import { pauseService, resumeService } from '#catalogue';
import { startPurchase } from '#checkout';
import type { Browser } from './browser.ts';
import type { ExampleServices } from './example-services.ts';
import type { TestServer } from './server.ts';
import type { World } from './world.ts';

export interface ExamplePayments {
  confirmed: string;
  pending: string;
  declined: string;
  cancelled: string;
  /** The gateway's charges: one that waits for the payer, one that is decided. */
  pendingCharge: string;
  decidedCharge: string;
  /** Purchases: waiting for their payment, paid when the service was not for sale any more. */
  waitingPurchase: string;
  lostPurchase: string;
}

/** Tops the balance up by the gateway's page, so that the buyer can spend. */
export async function topUp(server: TestServer, browser: Browser, amount: string) {
  const { paymentId, chargeId } = await startTopUp(server, browser, amount);
  await decide(server, chargeId, 'success');
  await browser.get(`/payments/${paymentId}`);
  return { paymentId, chargeId };
}

async function startTopUp(server: TestServer, browser: Browser, amount: string) {
  await browser.get('/wallet/top-up');
  const form = { amount, confirmed: 'yes', idempotencyKey: randomUUID() };
  const { location = '' } = await browser.post('/wallet/top-up', form);
  const chargeId = /\/sandbox\/pay\/([\w-]{36})/.exec(location)?.[1];
  if (!chargeId) throw new Error(`no page of the gateway: ${location}`);
  const { rows } = await server.ctx.pool.query(
    'select id from wallet.payments where redirect_url like $1',
    [`%${chargeId}`],
  );
  return { paymentId: String(rows[0].id), chargeId };
}

async function decide(server: TestServer, chargeId: string, outcome: string): Promise<void> {
  const payer = server.browser();
  await payer.get(`/sandbox/pay/${chargeId}`);
  await payer.post(`/sandbox/pay/${chargeId}`, { outcome, delivery: 'never' });
}

/** A payment in each state, a purchase that waits and one that found nothing to buy. */
export async function somePayments(
  world: World,
  stage: { server: TestServer; services: ExampleServices; buyerId: string; browser: Browser },
): Promise<ExamplePayments> {
  const { server, services, buyerId, browser } = stage;
  const buyer = world.as(buyerId);
  const declined = await startTopUp(server, browser, '20');
  await decide(server, declined.chargeId, 'decline');
  await browser.get(`/payments/${declined.paymentId}`);
  const cancelled = await startTopUp(server, browser, '30');
  await browser.get(`/payments/${cancelled.paymentId}`);
  await browser.post(`/payments/${cancelled.paymentId}/cancellation`);
  const confirmed = await topUp(server, browser, '10');
  const pending = await startTopUp(server, browser, '40');
  const { sellable } = services;
  const seller = world.as(sellable.sellerId);
  const purchase = (serviceId: string) =>
    startPurchase(buyer, {
      serviceId,
      upgradeIds: [],
      quantity: 1,
      shownPriceMinor: 1_500n,
      key: randomUUID(),
      gateway: 'sandbox',
      useBalance: false,
    });
  const waiting = await purchase(sellable.serviceId);
  await resumeService(seller, { serviceId: services.paused });
  const lost = await purchase(services.paused);
  await pauseService(seller, { serviceId: services.paused });
  const lostCharge = /[\w-]{36}$/.exec(lost.payment.redirectUrl ?? '')?.[0] ?? '';
  await decide(server, lostCharge, 'success');
  await browser.get(`/payments/${lost.payment.paymentId}`);
  await browser.get(`/purchases/${lost.purchase.purchaseId}`);
  return {
    confirmed: confirmed.paymentId,
    pending: pending.paymentId,
    declined: declined.paymentId,
    cancelled: cancelled.paymentId,
    pendingCharge: pending.chargeId,
    decidedCharge: declined.chargeId,
    waitingPurchase: waiting.purchase.purchaseId,
    lostPurchase: lost.purchase.purchaseId,
  };
}
