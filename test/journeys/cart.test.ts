import { getSellableService, saveService, servicePath } from '#catalogue';
import { aPublishedService, aServiceInput, type FixtureService } from '#catalogue/testing';
import { aMember } from '#identity/testing';
import { formatMoney, DEFAULT_READER } from '#platform/i18n';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { provenSteps } from './ledger-proof.ts';
import { join } from './members.ts';
import { askTopUp, decide } from './paying.ts';
import { manners, Person, plain } from './person.ts';

const SHOPS = [
  { displayName: 'ليلى مراد', title: 'تصميم شعار بثلاثة نماذج' },
  { displayName: 'رنا خليل', title: 'كتابة مقال من ألف كلمة' },
  { displayName: 'سالم الدوسري', title: 'تسجيل صوتي بنبرة هادئة' },
];

let world: World;
let server: TestServer;
let chromium: Browser;
let shops: FixtureService[];

beforeAll(async () => {
  world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  shops = [];
  for (const { displayName, title } of SHOPS) {
    const { memberId } = await aMember(world, {
      displayName,
      email: `${shops.length}@example.com`,
    });
    shops.push(await aPublishedService(world, { sellerId: memberId, input: { title } }));
  }
  chromium = await aChromium();
});

/** Another price of one of them, while it lies in the cart. */
async function reprice({ serviceId, sellerId }: FixtureService, basePriceMinor: bigint) {
  const { version, title } = await getSellableService(world.ctx, serviceId);
  const input = aServiceInput({ basePriceMinor, title });
  await saveService(world.as(sellerId), { serviceId, version, input });
}

async function addAll(buyer: Person): Promise<void> {
  for (const { serviceId } of shops) {
    const { number, title } = await getSellableService(world.ctx, serviceId);
    await buyer.open(servicePath(number, title));
    await buyer.press(buyer.page.locator('.buy-box button[name=_csrf]'));
    expect(buyer.path()).toBe('/cart');
  }
}

describe('a cart of three sellers paid at once', () => {
  it.each(manners)('$name', async ({ name: _name, ...manner }) => {
    const run = manners.findIndex(({ name }) => name === _name);
    const buyer = await Person.arrive(chromium, { site: server.url, manner, name: `cart-${run}` });
    const prove = provenSteps(server.ctx, [buyer]);
    const reader = { ...DEFAULT_READER, locale: manner.locale };
    const sum = (amountMinor: bigint) => plain(formatMoney(reader, amountMinor));
    await join(buyer, { displayName: 'سامي الحكيم', email: `cart-${run}@example.com` });
    await prove('topping up', async () => {
      await askTopUp(buyer, '50');
      await decide(buyer, { outcome: 'success' });
    });
    await prove('filling the cart', async () => {
      await addAll(buyer);
      expect(await buyer.page.locator('.site-header .bell[href$="/cart"]').innerText()).toMatch(
        /[3٣]/,
      );
      expect(plain(await buyer.page.locator('main').innerText())).toContain(sum(4_500n));
      await buyer.picture('cart');
    });
    await prove('a price that changed is shown and asked', async () => {
      await reprice(shops[1] as FixtureService, 2_000n);
      await buyer.send(buyer.form('/cart/payment'));
      expect(buyer.path()).toBe('/cart/payment');
      const text = plain(await buyer.page.locator('main').innerText());
      expect(text).toContain(sum(5_000n));
      expect(text).toContain(sum(2_000n));
      await buyer.picture('cart-changed');
    });
    await prove('paying', async () => {
      await buyer.send(buyer.form('/cart/payment'));
      expect(buyer.path()).toBe('/orders');
      const text = await buyer.page.locator('main').innerText();
      for (const { title } of SHOPS) expect(text).toContain(title);
      await buyer.picture('cart-orders');
    });
    await prove('the cart is empty', async () => {
      await buyer.open('/cart');
      await buyer.picture('cart-empty');
      expect(await buyer.page.locator('form[action$="/cart/payment"]').count()).toBe(0);
    });
    await reprice(shops[1] as FixtureService, 1_500n);
    expect(buyer.mishaps).toEqual([]);
    await buyer.leave();
  });
});
