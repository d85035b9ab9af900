import { aPublishedService } from '#catalogue/testing';
import { getSellableService, servicePath, type SellableService } from '#catalogue';
import { fund } from '#ledger/testing';
import { aMember, PASSWORD } from '#identity/testing';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './members.ts';
import { type Manner, manners, Person } from './person.ts';

const SELLER = { displayName: 'ليلى مراد', email: 'layla@example.com', handle: 'layla' };

let world: World;
let server: TestServer;
let chromium: Browser;
let service: SellableService;

beforeAll(async () => {
  world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  const { memberId } = await aMember(world, SELLER);
  const { serviceId } = await aPublishedService(world, { sellerId: memberId });
  service = await getSellableService(world.ctx, serviceId);
  chromium = await aChromium();
});

describe('a buyer asks a seller before ordering', () => {
  it.each(manners)('$name', async ({ name, ...manner }) => {
    const buyer = await someone(manner, 'talk-buyer');
    const seller = await someone(manner, 'talk-seller');
    const { email, memberId } = await aMember(world, {
      displayName: 'هند الشمري',
      email: `hind-${manner.locale}-${manner.javaScript}@example.com`,
    });
    await fund(world.ctx, memberId, 10_000n);
    await signIn(buyer, email, PASSWORD);
    await signIn(seller, SELLER.email, PASSWORD);
    await buyer.open(servicePath(service.number, service.title));
    await buyer.press(buyer.page.locator('main a[href*="/messages/new"]').first());
    const form = buyer.form('/messages');
    await form.locator('[name=text]').fill(`هل تكتب بالعربية؟ ${name}`);
    await form.locator('input[type=file]').setInputFiles({
      name: 'الألوان.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('أخضر وأزرق'),
    });
    if (manner.javaScript)
      await form.locator('input[type=hidden][name=upload]').waitFor({ state: 'attached' });
    await buyer.picture('ask');
    await buyer.send(form);
    const path = buyer.path();
    expect(path).toMatch(/^\/messages\/[\w-]{36}$/);

    await seller.open('/messages');
    await seller.press(seller.page.locator(`main a[href$="${path}"]`));
    await seller.page.getByText(`هل تكتب بالعربية؟ ${name}`).waitFor();
    const file = seller.page.locator('main a[href*="/files/"]').first();
    expect(await seller.fetchText(file)).toBe('أخضر وأزرق');
    await says(seller, 'نعم، بالعربية والإنجليزية');
    await sees(buyer, path, 'نعم، بالعربية والإنجليزية');
    if (manner.javaScript) await isSeenWriting(buyer, seller);
    await says(buyer, 'شكرًا <b>لك</b>');
    await sees(seller, path, 'شكرًا <b>لك</b>');
    await seller.picture('thread');
    await agreesOnAnOffer(buyer, seller, path);
    if (manner.javaScript) {
      await keepsWhatIsWrittenOffline(buyer, seller);
      await readsALongThread(seller, path);
    }
    expect([...buyer.mishaps, ...seller.mishaps]).toEqual([]);
    await buyer.leave();
    await seller.leave();
  });
});

/** The buyer asks for work to their measure, the seller offers, the buyer pays: an order on those terms. */
async function agreesOnAnOffer(buyer: Person, seller: Person, path: string): Promise<void> {
  await buyer.open(`${path}/order-request`);
  const wish = buyer.form(`${path}/requests`);
  await wish.locator('[name=body]').fill('لافتة للمحل بعرض ثلاثة أمتار');
  await wish.locator('[name=price]').fill('٤٠');
  await buyer.send(wish);

  await sees(seller, path, /على مقاسي|to my measure/);
  const answer = seller.page.locator('#deals a[href*="request="]');
  await answer.waitFor();
  await seller.press(answer);
  const form = seller.form(`${path}/offers`);
  expect(await form.locator('[name=price]').inputValue()).toBe('40.00');
  await form.locator('[name=title]').fill('لافتة مضيئة');
  await form.locator('[name=scope]').fill('ملف جاهز للطباعة بمقاس 3 أمتار');
  await form.locator('[name=price]').fill('1');
  await seller.send(form);
  expect(await form.locator('[name=scope]').inputValue()).toContain('3 أمتار');
  await form.locator('[name=price]').fill('35');
  await seller.send(form);
  await seller.picture('offer');

  await buyer.open(path);
  await buyer.press(buyer.page.locator('#deals a[href*="/offers/"]').first());
  await buyer.picture('offer');
  await buyer.press(buyer.page.locator('main a[href*="/checkout?offer="]'));
  expect(await buyer.text()).toContain('$35.00');
  await buyer.send(buyer.form('/checkout'));
  expect(buyer.path()).toMatch(/^\/orders\//);
  expect(await buyer.text()).toContain('لافتة مضيئة');
  await buyer.picture('custom-order');
  await buyer.open(path);
  await seller.open(path);
}

const someone = (manner: Manner, name: string) =>
  Person.arrive(chromium, { site: server.url, manner, name });

/** Writes into the conversation; stays on the page with JavaScript. */
async function says(person: Person, text: string): Promise<void> {
  const form = person.form('/messages');
  await form.locator('textarea').fill(text);
  if (!person.manner.javaScript) return person.send(form);
  await form.locator('button:not([type=button]):visible').first().click();
  await person.page.locator('#conversation .messages').getByText(text).waitFor();
}

/** What the other side said shows by itself with JavaScript, by a reload without. */
async function sees(person: Person, path: string, text: string | RegExp): Promise<void> {
  if (!person.manner.javaScript) await person.open(path);
  await person.page.locator('main .messages').getByText(text).first().waitFor();
}

async function isSeenWriting(writer: Person, reader: Person): Promise<void> {
  await writer.form('/messages').locator('textarea').fill('أكتب');
  await reader.page.locator('[data-typing-note]').waitFor({ state: 'visible' });
}

/** A message written without a connection goes when it is back, once. */
async function keepsWhatIsWrittenOffline(writer: Person, reader: Person): Promise<void> {
  const text = 'كتبتها في المصعد';
  await writer.page.context().setOffline(true);
  const form = writer.form('/messages');
  await form.locator('textarea').fill(text);
  await form.locator('button:not([type=button]):visible').first().click();
  await writer.page.locator('[data-waiting-note]').waitFor({ state: 'visible' });
  await writer.page.context().setOffline(false);
  await reader.page.locator('main .messages').getByText(text).waitFor();
  expect(await reader.page.locator('main .messages').getByText(text).count()).toBe(1);
  // What the browser says of the broken line is no mishap of the page.
  const lines = writer.mishaps.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'));
  writer.mishaps.splice(0, Number.POSITIVE_INFINITY, ...lines);
}

/** Ten thousand messages are read backwards in place, with at most two hundred in the document. */
async function readsALongThread(reader: Person, path: string): Promise<void> {
  await sql`insert into messaging.messages (id, thread_id, sender_id, body, key, at)
    select gen_random_uuid(), t.id, (select member_id from messaging.thread_members
      where thread_id = t.id limit 1), 'رسالة ' || n, 'many-' || n, ${server.ctx.clock.now()}
    from messaging.threads t, generate_series(1, 10000) n
    where t.subject_id = ${path.split('/').at(-1)}`.execute(world.ctx.db);
  await reader.open(path);
  const articles = reader.page.locator('main .messages article');
  expect(await articles.count()).toBe(80);
  const longestTask = await hearLongTasks(reader);
  for (const expected of [160, 200, 200]) {
    const first = await articles.first().getAttribute('id');
    await reader.page.locator('main .messages a[rel=prev]').click();
    await reader.page.waitForFunction(
      (before) => document.querySelector('main .messages article')?.id !== before,
      first,
    );
    expect(await articles.count()).toBe(expected);
  }
  expect(await articles.first().innerText()).toContain('رسالة 9681');
  await reader.page.locator('main .messages a[rel=next]').click();
  await reader.page.getByText('رسالة 9960', { exact: true }).waitFor();
  expect(await articles.count()).toBe(200);
  process.stdout.write(
    `thread of 10,000 messages: the longest task of five pages took ${await longestTask()} ms\n`,
  );
}

/** Listens to what keeps the page from answering; only tasks of 50 ms and more are told. */
async function hearLongTasks({ page }: Person): Promise<() => Promise<number | 'less than 50'>> {
  const heard = await page.evaluateHandle(() => {
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
    });
    observer.observe({ type: 'longtask', buffered: true });
    return tasks;
  });
  return async () => {
    const tasks = await heard.jsonValue();
    return tasks.length > 0 ? Math.max(...tasks) : 'less than 50';
  };
}
