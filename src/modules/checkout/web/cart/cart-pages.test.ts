import { getSellableService, saveService } from '#catalogue';
import { aPublishedService, aServiceInput } from '#catalogue/testing';
import { registerMember } from '#identity';
import { fund } from '#ledger/testing';
import { acceptDelivery, deliver, submitRequirements } from '#orders';
import { newId } from '#platform/context';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { againPath, buyFromBalance } from '../../index.ts';

const world = await aWorld();
const server = await aServer(world);
const password = 'khatam-saffron-71';
const sold = await aPublishedService(world);
const { upgrades } = await getSellableService(world.ctx, sold.serviceId);
const upgradeId = upgrades[0]?.upgradeId ?? '';

async function aBuyer(email: string) {
  const { memberId } = await registerMember(world.ctx, { email, displayName: 'هند', password });
  await fund(world.ctx, memberId, 20_000n);
  const browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return { memberId, browser };
}

/** A completed order of the service with its first upgrade, at 25 dollars. */
async function anOrderOf(memberId: string) {
  const buyer = world.as(memberId);
  const { orderId } = await buyFromBalance(buyer, {
    serviceId: sold.serviceId,
    upgradeIds: [upgradeId],
    quantity: 1,
    shownPriceMinor: 2_500n,
    key: newId(world.ctx),
  });
  const { requirements } = await getSellableService(world.ctx, sold.serviceId);
  const answers = { [requirements[0]?.questionId ?? '']: 'مقهى النخلة' };
  await submitRequirements(buyer, { orderId, answers, note: '', files: {} });
  await deliver(world.as(sold.sellerId), { orderId, note: 'العمل', files: [], aiUsed: false });
  await acceptDelivery(buyer, { orderId });
  return orderId;
}

it('goes from the service to paid orders by forms alone, counted in the header', async () => {
  const { browser } = await aBuyer('hind@example.com');
  await browser.get('/services');
  const choice = { service: sold.serviceId, upgrade: upgradeId, quantity: '2' };
  const added = await browser.post('/cart', choice);
  expect([added.status, added.location]).toEqual([303, '/cart']);
  const page = await browser.get('/cart');
  expect(page.text).toContain('50.00');
  expect(page.text).toMatch(/href="\/cart"(?:(?!<\/a>).)*<span class="count">1<\/span>/);
  await browser.post(`/cart/lines/${sold.serviceId}`, { quantity: '1' });
  expect((await browser.post(`/cart/lines/${sold.serviceId}`, { quantity: '11' })).status).toBe(
    422,
  );
  const cart = await browser.get('/cart');
  const value = (name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(cart.text)?.[1] ?? '';
  const form = {
    line: value('line'),
    shownBalanceMinor: value('shownBalanceMinor'),
    idempotencyKey: /action="\/cart\/payment"[\s\S]*?name="idempotencyKey" value="([^"]+)"/.exec(
      cart.text,
    )?.[1] as string,
    method: 'balance',
  };
  for (let time = 0; time < 2; time += 1) {
    const paid = await browser.post('/cart/payment', form);
    expect([paid.status, paid.location?.startsWith('/orders/')]).toEqual([303, true]);
  }
  expect((await browser.get('/cart')).text).toContain('سلتك فارغة');
  const late = await browser.post('/cart/payment', { ...form, idempotencyKey: 'another' });
  expect([late.status, late.text.includes('تغيّرت السلة')]).toEqual([409, true]);
});

it('orders again from the room, and tells what has changed since', async () => {
  const { memberId, browser } = await aBuyer('salma@example.com');
  const other = await aBuyer('other@example.com');
  const orderId = await anOrderOf(memberId);
  const room = await browser.get(`/orders/${orderId}`);
  const again = againPath({
    orderId,
    serviceId: sold.serviceId,
    items: [{ quantity: 1 }, { quantity: 1, upgradeId }],
  });
  expect(room.text.replaceAll('&amp;', '&')).toContain(again);
  expect((await browser.get(again)).text).not.toContain('تغيّر شيء منذ طلبك السابق');
  const { version } = await getSellableService(world.ctx, sold.serviceId);
  await saveService(world.as(sold.sellerId), {
    serviceId: sold.serviceId,
    version,
    input: aServiceInput({ basePriceMinor: 2_000n }),
  });
  const dearer = await browser.get(again);
  expect(dearer.text).toContain('تغيّر شيء منذ طلبك السابق');
  expect(dearer.text).toContain('25.00');
  expect((await other.browser.get(again)).text).not.toContain('تغيّر شيء منذ طلبك السابق');
});

it('asks strangers to sign in, and knows no service that is not there', async () => {
  expect((await server.browser().get('/cart')).location).toContain('/sign-in');
  const { browser } = await aBuyer('third@example.com');
  await browser.get('/services');
  const unknown = await browser.post('/cart', { service: newId(world.ctx) });
  expect(unknown.status).toBe(404);
});

it('asks whoever chose before signing in, and puts nothing there by a visit', async () => {
  const address = `/cart?service=${sold.serviceId}&upgrade=${upgradeId}&quantity=2`;
  const stranger = server.browser();
  const refused = await stranger.get(address);
  expect(refused.location).toBe(`/sign-in?next=${encodeURIComponent(address)}`);
  const { browser } = await aBuyer('rim@example.com');
  const asked = await browser.get(address);
  expect([
    asked.text.includes('اخترت قبل الدخول'),
    asked.text.includes('name="quantity" value="2"'),
  ]).toEqual([true, true]);
  expect((await browser.get('/cart')).text).toContain('سلتك فارغة');
  for (const service of ['nothing', newId(world.ctx), sold.serviceId.slice(1)]) {
    const page = await browser.get(`/cart?service=${service}`);
    expect([page.status, page.text.includes('اخترت قبل الدخول')]).toEqual([200, false]);
  }
  await browser.post('/cart', { service: sold.serviceId, upgrade: upgradeId, quantity: '2' });
  expect((await browser.get('/cart')).text).not.toContain('سلتك فارغة');
});
