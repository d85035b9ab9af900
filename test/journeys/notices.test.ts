import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aPublishedService } from '#catalogue/testing';
import { getSellableService, servicePath, type SellableService } from '#catalogue';
import { aMember, PASSWORD } from '#identity/testing';
import { addDevice } from '#notifications/testing';
import { aChromium, aWholeChromium } from '#test/chromium';
import { aPushReader } from '#test/push-payload';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import type { Browser, CDPSession } from 'playwright-core';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './members.ts';
import { type Manner, manners, Person } from './person.ts';

let world: World;
let server: TestServer;
let chromium: Browser;
let withNotifications: Browser;
let service: SellableService;
let sellerId: string;

const SELLER = { displayName: 'ليلى مراد', email: 'layla@example.com', handle: 'layla' };

/** Letters as the real SMTP server got them, and pushes as the maker of browsers got them. */
const letters: string[] = [];
const pushes: Buffer[] = [];
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      letters.push(
        Buffer.concat(chunks)
          .toString()
          .replace(/\r\n[ \t]/g, ' '),
      );
      done();
    });
  },
});
const maker = createServer((request, answer) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    pushes.push(Buffer.concat(chunks));
    answer.writeHead(201).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  await new Promise<void>((ready) => maker.listen(0, 'localhost', ready));
  const { port } = smtp.server.address() as AddressInfo;
  world = await aWorld();
  server = await aServer(world, {
    worker: true,
    runningClock: true,
    smtpUrl: `smtp://127.0.0.1:${port}`,
  });
  world.clock.set(server.ctx.clock.now());
  sellerId = (await aMember(world, SELLER)).memberId;
  const { serviceId } = await aPublishedService(world, { sellerId });
  service = await getSellableService(world.ctx, serviceId);
  chromium = await aChromium();
  withNotifications = await aWholeChromium();
});
afterAll(async () => {
  maker.close();
  await new Promise<void>((closed) => smtp.close(() => closed()));
});

const someone = (manner: Manner, name: string, browser = chromium) =>
  Person.arrive(browser, { site: server.url, manner, name });

/** Somebody new writes to the seller. */
async function isWrittenTo(manner: Manner, text: string): Promise<Person> {
  const buyer = await someone(manner, 'notices-buyer');
  const email = `hind-${text.length}-${manner.locale}-${manner.javaScript}@example.com`;
  await aMember(world, { displayName: 'هند الشمري', email });
  await signIn(buyer, email, PASSWORD);
  await buyer.open(servicePath(service.number, service.title));
  await buyer.press(buyer.page.locator('main a[href*="/messages/new"]').first());
  const form = buyer.form('/messages');
  await form.locator('[name=text]').fill(text);
  await buyer.send(form);
  return buyer;
}

const ofTheBell = (person: Person) => person.page.locator('header a.bell[href$="/notices"] .count');

describe('the bell', () => {
  it.each(manners)('rings $name', async ({ name: _name, ...manner }) => {
    const seller = await someone(manner, 'notices-seller');
    await signIn(seller, SELLER.email, PASSWORD);
    const before = Number((await ofTheBell(seller).allInnerTexts())[0] ?? 0);
    const buyer = await isWrittenTo(manner, `رنّ الجرس؟ ${manner.locale}`);
    const shown = async () => {
      if (!manner.javaScript) await seller.open('/');
      return Number((await ofTheBell(seller).allInnerTexts())[0] ?? 0);
    };
    await expect.poll(shown, { timeout: 20_000 }).toBe(before + 1);
    expect([...seller.mishaps, ...buyer.mishaps]).toEqual([]);
    await Promise.all([seller.leave(), buyer.leave()]);
  });
});

const arabic: Manner = { locale: 'ar', javaScript: true };

it('one letter a day comes by SMTP, and ends with its link', async () => {
  const seller = await someone(arabic, 'notices-choices');
  await signIn(seller, SELLER.email, PASSWORD);
  await seller.open('/notices/choices');
  await seller.picture('choices');
  const form = seller.form('/notices/choices');
  await form.locator('[name=letters][value=daily]').check();
  await form.locator('[name=digestHour]').selectOption('0');
  await form.locator('[name=quiet]').check();
  await form.locator('[name=quietUntil]').selectOption('22');
  await seller.send(form);
  expect(await form.locator('[name=quietUntil]').getAttribute('aria-invalid')).toBe('true');
  expect(await form.locator('[name=letters][value=daily]').isChecked()).toBe(true);
  await form.locator('[name=quiet]').uncheck();
  await seller.send(form);
  expect(await form.locator('[name=letters][value=daily]').isChecked()).toBe(true);
  const before = letters.length;
  const buyer = await isWrittenTo(arabic, 'هل يصلك هذا في رسالة اليوم؟');
  await expect.poll(() => waiting(), { timeout: 20_000 }).toBe(1);
  expect(letters.length).toBe(before);
  await world.ctx.pool.query("select graphile_worker.add_job('notifications.send-digests')");
  await expect.poll(() => letters.length, { timeout: 20_000 }).toBe(before + 1);
  const letter = letters.at(-1) ?? '';
  const url = /^List-Unsubscribe:\s*<([^>]+)>/im.exec(letter)?.[1] ?? '';
  expect(letter).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  await seller.page.goto(url);
  await seller.picture('stop');
  await seller.send(seller.page.locator('main form'));
  await seller.open('/notices/choices');
  expect(await form.locator('input[type=checkbox][value=mail]:checked').count()).toBe(0);
  expect(await form.locator('input[type=checkbox][value=push]:checked').count()).toBe(5);
  expect([...seller.mishaps, ...buyer.mishaps]).toEqual([]);
  await Promise.all([seller.leave(), buyer.leave()]);
});

async function waiting(): Promise<number> {
  const { rows } = await world.ctx.pool.query<{ n: bigint }>(
    'select count(*) as n from notifications.digest_items where member_id = $1',
    [sellerId],
  );
  return Number(rows[0]?.n ?? 0n);
}

it('a push is read by the browser alone, and its service worker shows it once', async () => {
  const seller = await someone(arabic, 'notices-push', withNotifications);
  const { page } = seller;
  await page.context().grantPermissions(['notifications'], { origin: server.url });
  await signIn(seller, SELLER.email, PASSWORD);
  await seller.open('/notices/choices');
  await page.locator('[data-when=able] button').waitFor();
  const registration = await aWorker(seller);
  const browser = aPushReader();
  const { port } = maker.address() as AddressInfo;
  const { p256dh, auth } = browser;
  const endpoint = `http://localhost:${port}/push`;
  await addDevice(world.as(sellerId), { endpoint, p256dh, auth, name: 'Chrome' });
  const buyer = await isWrittenTo(arabic, 'رسالة تصل إلى الشاشة');
  await expect.poll(() => pushes.length, { timeout: 20_000 }).toBe(1);
  const data = browser.read(pushes[0] ?? Buffer.alloc(0));
  for (let twice = 0; twice < 2; twice += 1) await registration.deliver(data);
  const shown = () =>
    page.evaluate(async () => {
      const worker = await navigator.serviceWorker.ready;
      return (await worker.getNotifications()).map(({ title, dir, lang }) => ({
        title,
        dir,
        lang,
      }));
    });
  await expect.poll(shown, { timeout: 20_000 }).toHaveLength(1);
  const words = JSON.parse(data) as { title: string; url: string };
  expect(await shown()).toEqual([{ title: words.title, dir: 'rtl', lang: 'ar' }]);
  expect(words.title).toContain('هند');
  expect(words.url.startsWith(`${server.url}/messages/`)).toBe(true);
  await Promise.all([seller.leave(), buyer.leave()]);
});

/** Registers the site's real service worker in the person's browser; pushes reach it as the browser would bring them. */
async function aWorker({ page }: Person): Promise<{ deliver(data: string): Promise<void> }> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const registered = new Promise<string>((done) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) done(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js');
    await navigator.serviceWorker.ready;
  });
  const registrationId = await registered;
  const origin = new URL(page.url()).origin;
  return {
    deliver: async (data) => {
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
    },
  };
}
