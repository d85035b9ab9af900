import { getSellableService, pauseService, resumeService, type SellableService } from '#catalogue';
import { aPublishedService } from '#catalogue/testing';
import { aMember, PASSWORD } from '#identity/testing';
import { DEFAULT_READER, formatMoney } from '#platform/i18n';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { provenSteps } from './ledger-proof.ts';
import { openAs, signIn } from './members.ts';
import { askTopUp, decide } from './paying.ts';
import { Person, plain } from './person.ts';

let world: World;
let server: TestServer;
let chromium: Browser;
let service: SellableService;
let sellerId: string;
let buyer: Person;
let email: string;
let prove: ReturnType<typeof provenSteps>;
let buyers = 0;

beforeAll(async () => {
  world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  const published = await aPublishedService(world);
  sellerId = published.sellerId;
  service = await getSellableService(world.ctx, published.serviceId);
  chromium = await aChromium();
});

beforeEach(async () => {
  buyers += 1;
  email = `payer-${buyers}@example.com`;
  await aMember(world, { email, displayName: 'سامي الحكيم' });
  const manner = { locale: 'ar', javaScript: true } as const;
  buyer = await Person.arrive(chromium, { site: server.url, manner, name: `payment-${buyers}` });
  prove = provenSteps(server.ctx, [buyer]);
  await signIn(buyer, email, PASSWORD);
});

afterEach(async () => {
  expect(buyer.mishaps).toEqual([]);
  await buyer.leave();
});

const money = (amountMinor: bigint) => plain(formatMoney(DEFAULT_READER, amountMinor));

/** What can be spent, as the wallet says. */
async function available(): Promise<string> {
  await openAs(buyer, email, '/wallet');
  return buyer.figure(1);
}

async function paymentState(paymentPath: string): Promise<string | undefined> {
  const { rows } = await server.ctx.pool.query<{ state: string }>(
    'select state from wallet.payments where id = $1',
    [paymentPath.split('/').at(-1)],
  );
  return rows[0]?.state;
}

describe('a top-up', () => {
  it('that the card declines brings nothing and says so', async () => {
    await prove('declining', async () => {
      await askTopUp(buyer, '20');
      await decide(buyer, { outcome: 'decline' });
      expect(await paymentState(buyer.path())).toBe('failed');
      await buyer.picture('declined');
      expect(await available()).toBe(money(0n));
    });
  });

  it('that the bank confirms late shows «being checked», then the money, without a reload', async () => {
    await prove('waiting for the bank', async () => {
      await askTopUp(buyer, '20');
      await decide(buyer, { outcome: 'delay' });
      expect(await paymentState(buyer.path())).toBe('pending');
      await buyer.picture('pending');
      await buyer.page.locator('main .banner-good').waitFor({ timeout: 45_000 });
      expect(await available()).toBe(money(2_000n));
    });
  });

  it('whose tab was closed arrives by the webhook', async () => {
    await prove('closing the tab', async () => {
      await askTopUp(buyer, '20');
      await decide(buyer, { outcome: 'success', delivery: 'out-of-order', closeTab: true });
      await expect.poll(available, { timeout: 20_000 }).toBe(money(2_000n));
    });
  });

  it('whose webhook never comes and whose tab was closed is repaired by asking the gateway', async () => {
    await prove('nobody says anything', async () => {
      await askTopUp(buyer, '20');
      await decide(buyer, { outcome: 'success', delivery: 'never', closeTab: true });
      expect(await available()).toBe(money(0n));
    });
    await prove('polling', async () => {
      await buyer.open('/demo/clock');
      const hour = buyer.form('/demo/clock').filter({
        has: buyer.page.locator('input[name=hours][value="1"]'),
      });
      await buyer.send(hour);
      await expect.poll(available, { timeout: 20_000 }).toBe(money(2_000n));
    });
  });

  it('can be cancelled while it is pending, and then takes no money', async () => {
    await prove('cancelling', async () => {
      await askTopUp(buyer, '20');
      const hosted = buyer.path();
      await buyer.press(buyer.page.locator('main a[href*="/payments/"]'));
      const payment = buyer.path();
      await buyer.send(buyer.form('/cancellation'));
      expect(await paymentState(payment)).toBe('cancelled');
      await buyer.picture('cancelled');
      await buyer.open(hosted);
      expect(await buyer.page.locator('main [name=outcome]').count()).toBe(0);
      expect(await available()).toBe(money(0n));
    });
  });
});

describe('a purchase through the gateway', () => {
  const checkout = async (method: 'gateway' | 'mixed') => {
    await buyer.open(`/checkout?service=${service.serviceId}`);
    await buyer.form('/checkout').locator(`[name=method][value=${method}]`).check();
    await buyer.picture(`checkout-${method}`);
    await buyer.send(buyer.form('/checkout'));
    // Nothing is ordered before the money is there.
    expect(buyer.path()).toMatch(/^\/sandbox\/pay\//);
  };
  const ordersOf = async () => {
    const { rows } = await server.ctx.pool.query<{ price: bigint; fee: bigint; path: string }>(
      `select o.price_minor as price, o.fee_minor as fee, '/orders/' || o.id as path
        from orders.orders o join identity.members m on m.id = o.buyer_id where m.email = $1`,
      [email],
    );
    return rows;
  };

  it('becomes one order, though the webhook comes twice', async () => {
    await prove('buying', async () => {
      await checkout('gateway');
      await decide(buyer, { outcome: 'success', delivery: 'twice' });
      await buyer.page.waitForURL('**/orders/*');
      // The buyer fee was charged on the gateway's part (SPEC 4.3).
      expect(await buyer.text()).toContain(money(75n));
      await server.drain();
      expect(await ordersOf()).toEqual([{ price: 1_500n, fee: 75n, path: buyer.path() }]);
      expect(await available()).toBe(money(0n));
    });
  });

  it('takes what the balance has first and the rest from the card', async () => {
    await prove('some balance', async () => {
      await askTopUp(buyer, '10');
      await decide(buyer, { outcome: 'success' });
      expect(await available()).toBe(money(1_000n));
    });
    await prove('a mixed purchase', async () => {
      await checkout('mixed');
      await decide(buyer, { outcome: 'three-d-secure' });
      await buyer.page.waitForURL('**/orders/*');
      expect(await ordersOf()).toEqual([{ price: 1_500n, fee: 50n, path: buyer.path() }]);
      expect(await available()).toBe(money(0n));
    });
  });

  it('of a service paused meanwhile stays as credit, and the buyer is told', async () => {
    const seller = world.as(sellerId);
    await prove('paying too late', async () => {
      await checkout('gateway');
      await pauseService(seller, { serviceId: service.serviceId });
      await decide(buyer, { outcome: 'success' });
      await buyer.page.waitForURL('**/purchases/*');
      await buyer.page.locator('main .banner-warn').waitFor();
      await buyer.picture('returned');
      expect(await ordersOf()).toEqual([]);
      expect(await available()).toBe(money(1_500n));
    });
    await prove('being told', async () => {
      const told = buyer.page.locator('main .notice-title');
      await buyer.openUntil('/notices', told);
      await buyer.picture('notices');
      await buyer.press(told.first());
      expect(buyer.path()).toMatch(/^\/purchases\//);
    });
    await resumeService(seller, { serviceId: service.serviceId });
  });
});
