import { aPublishedService } from '#catalogue/testing';
import { getSellableService, servicePath, type SellableService } from '#catalogue';
import { aMember, PASSWORD as SELLERS_PASSWORD } from '#identity/testing';
import { formatMoney, type Reader, DEFAULT_READER } from '#platform/i18n';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld } from '#test/world';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { provenSteps } from './ledger-proof.ts';
import { join, openAs, signIn } from './members.ts';
import { askTopUp, decide } from './paying.ts';
import { type Manner, manners, Person, plain } from './person.ts';

const SELLER = { displayName: 'ليلى مراد', email: 'layla@example.com', handle: 'layla' };

let server: TestServer;
let chromium: Browser;
let service: SellableService;

beforeAll(async () => {
  const world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  const { memberId } = await aMember(world, SELLER);
  const { serviceId } = await aPublishedService(world, {
    sellerId: memberId,
    input: {
      questions: [
        { kind: 'text', label: 'ما اسم مشروعك؟', required: true, choices: [] },
        { kind: 'choice', label: 'أي ألوان تفضّل؟', required: true, choices: ['دافئة', 'باردة'] },
        { kind: 'file', label: 'أمثلة تعجبك', required: true, choices: [] },
      ],
    },
  });
  service = await getSellableService(world.ctx, serviceId);
  chromium = await aChromium();
});

describe('a buyer from the first visit to the seller being paid', () => {
  it.each(manners)('$name', async ({ name: _name, ...manner }) => {
    const stage = await aStage(manner);
    const { buyer, seller, prove } = stage;
    await prove('joining', () => join(buyer, stage.member));
    await prove('topping up', () => topsUp(stage));
    await prove('buying', () => buys(stage));
    await prove('the seller finds the order', () => sellerOpensRoom(stage));
    await prove('instructions', () => givesInstructions(stage));
    await prove('talking', () => talk(stage));
    await prove('delivering', () => delivers(stage, 'هذه النماذج الثلاثة', 'logo-1.svg'));
    await prove('asking for a change', () => asksForChange(stage));
    await prove('delivering again', () => delivers(stage, 'مع اللون الذي طلبته', 'logo-2.svg'));
    await prove('accepting', () => accepts(stage));
    await prove('the clock moves 14 days', () => moveClock(stage));
    await prove('being paid', () => sellerIsPaid(stage));
    expect([...buyer.mishaps, ...seller.mishaps]).toEqual([]);
    await Promise.all([buyer.leave(), seller.leave()]);
  });
});

interface Stage {
  buyer: Person;
  seller: Person;
  member: { displayName: string; email: string };
  reader: Reader;
  prove: ReturnType<typeof provenSteps>;
  roomPath: string;
  /** What the seller had before this run. */
  earnedBefore: bigint;
}

let runs = 0;

async function aStage(manner: Manner): Promise<Stage> {
  runs += 1;
  const at = { site: server.url, manner, moves: manner.locale === 'en' };
  const buyer = await Person.arrive(chromium, { ...at, name: 'buyer' });
  const seller = await Person.arrive(chromium, { ...at, name: 'seller' });
  return {
    buyer,
    seller,
    member: { displayName: 'سامي الحكيم', email: `sami-${runs}@example.com` },
    reader: { ...DEFAULT_READER, locale: manner.locale },
    prove: provenSteps(server.ctx, [buyer, seller]),
    roomPath: '',
    earnedBefore: 2_000n * BigInt(runs - 1),
  };
}

const money = (stage: Stage, amountMinor: bigint) => plain(formatMoney(stage.reader, amountMinor));

async function topsUp({ buyer, ...stage }: Stage): Promise<void> {
  await askTopUp(buyer, '60');
  await decide(buyer, { outcome: 'three-d-secure' });
  expect(buyer.path()).toMatch(/^\/payments\//);
  const receipt = await buyer.text();
  await buyer.picture('receipt');
  // 5 % on top, from the first screen to the receipt (SPEC 4.3).
  expect(receipt).toContain(money({ buyer, ...stage }, 6_300n));
  await buyer.open('/wallet');
  expect(await buyer.figure(1)).toBe(money({ buyer, ...stage }, 6_000n));
}

async function buys(stage: Stage): Promise<void> {
  const { buyer, manner } = { ...stage, manner: stage.buyer.manner };
  await buyer.open(servicePath(service.number, service.title));
  const box = buyer.page.locator('main form[action$="/checkout"]').first();
  await box.locator('[name=upgrade]').first().check();
  if (manner.javaScript) {
    await box.getByText(money(stage, 2_500n)).first().waitFor();
  }
  await buyer.picture('service');
  await buyer.send(box);
  expect(await buyer.text()).toContain(money(stage, 2_500n));
  await buyer.picture('checkout');
  await buyer.send(buyer.form('/checkout'));
  expect(buyer.path()).toMatch(/^\/orders\/[\w-]+$/);
  stage.roomPath = buyer.path();
}

async function sellerOpensRoom(stage: Stage): Promise<void> {
  const { seller, roomPath } = stage;
  await signIn(seller, SELLER.email, SELLERS_PASSWORD);
  await seller.open('/sales');
  await seller.picture('sales');
  await seller.press(seller.page.locator(`main a[href$="${roomPath}"]`).first());
  expect(await seller.text()).toContain(money(stage, 2_000n));
  expect(await seller.form('/deliveries').count()).toBe(0);
}

async function givesInstructions(stage: Stage): Promise<void> {
  const { buyer, seller } = stage;
  const form = buyer.form('/requirements');
  await form.locator('textarea[name^="q-"]').fill('مقهى النخلة');
  await form.locator('input[type=radio][value="باردة"]').check();
  await form.locator('input[type=file]').setInputFiles({
    name: 'مثال.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('شعار يشبه شعار المقهى المجاور'),
  });
  await buyer.picture('requirements');
  await buyer.send(form);
  expect(await buyer.form('/requirements').count()).toBe(0);
  await sees(stage, seller, 'مقهى النخلة');
  const file = seller.page.locator('main a[href*="/files/"]').first();
  expect(await seller.fetchText(file)).toBe('شعار يشبه شعار المقهى المجاور');
}

async function talk(stage: Stage): Promise<void> {
  const { buyer, seller } = stage;
  await says(seller, 'أبدأ اليوم إن شاء الله');
  await sees(stage, buyer, 'أبدأ اليوم إن شاء الله');
  await says(buyer, 'على راحتك، شكرًا <b>لك</b>');
  await sees(stage, seller, 'على راحتك، شكرًا <b>لك</b>');
  await buyer.picture('room-talk');
}

/** Writes into the conversation; stays on the page with JavaScript. */
async function says(person: Person, text: string): Promise<void> {
  const form = person.form('/messages');
  await form.locator('textarea').fill(text);
  if (!person.manner.javaScript) return person.send(form);
  await form.locator('button:not([type=button]):visible').first().click();
  await person.page.locator('#conversation .messages').getByText(text).waitFor();
}

/** What the other side did shows by itself with JavaScript, by a reload without. */
async function sees({ roomPath }: Stage, person: Person, text: string): Promise<void> {
  if (!person.manner.javaScript) await person.open(roomPath);
  await person.page.locator('main').getByText(text).first().waitFor();
}

async function delivers(stage: Stage, note: string, fileName: string): Promise<void> {
  const { buyer, seller, roomPath } = stage;
  if (!seller.manner.javaScript) await seller.open(roomPath);
  const form = seller.form('/deliveries');
  await form.locator('[name=note]').fill(note);
  await form.locator('[name=files]').setInputFiles({
    name: fileName,
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><title>${fileName}</title></svg>`),
  });
  await seller.picture(`deliver-${fileName}`);
  await seller.send(form);
  await sees(stage, buyer, note);
  const link = buyer.page.locator('#deliveries a[href*="/files/"]').first();
  expect(plain(await link.innerText())).toContain(fileName);
  expect(await buyer.fetchText(link)).toContain(fileName);
  await buyer.picture(`delivered-${fileName}`);
}

async function asksForChange(stage: Stage): Promise<void> {
  const { buyer, seller } = stage;
  const form = buyer.form('/change-requests');
  const has = buyer.page.locator('form[action$="/change-requests"]');
  await buyer.page.locator('main details', { has }).locator('summary').click();
  await form.locator('[name=body]').fill('أريد الأزرق أغمق قليلًا');
  await buyer.send(form);
  await sees(stage, seller, 'أريد الأزرق أغمق قليلًا');
}

async function accepts(stage: Stage): Promise<void> {
  const { buyer, seller, roomPath } = stage;
  await buyer.send(buyer.form('/acceptance'));
  expect(await buyer.form('/acceptance').count()).toBe(0);
  await buyer.picture('completed');
  await seller.open(roomPath);
  await seller.picture('completed');
  await seller.open('/wallet');
  // Pending, not available, until the clearing time is over.
  expect(await seller.figure(3)).toBe(money(stage, 2_000n));
  expect(await seller.figure(2)).toBe(money(stage, stage.earnedBefore));
  await seller.picture('wallet-pending');
}

async function moveClock({ seller }: Stage): Promise<void> {
  await seller.open('/demo/clock');
  await seller.picture('clock');
  const fortnight = seller.form('/demo/clock').filter({
    has: seller.page.locator('input[name=hours][value="336"]'),
  });
  await seller.send(fortnight);
}

async function sellerIsPaid(stage: Stage): Promise<void> {
  const { seller, earnedBefore } = stage;
  const paid = money(stage, earnedBefore + 2_000n);
  await openAs(seller, SELLER.email, '/wallet');
  await seller.openUntil('/wallet', seller.page.locator('main .stat').nth(2).getByText(paid));
  expect(await seller.figure(3)).toBe(money(stage, 0n));
  await seller.picture('wallet-paid');
}
