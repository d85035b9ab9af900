import { servicePath } from '#catalogue';
import { PASSWORD } from '#identity/testing';
import { DEFAULT_READER, formatNumber } from '#platform/i18n';
import { serviceReviewsPath } from '#reviews';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import type { Browser, Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDeliveredDeal, type Deal } from './deals.ts';
import { provenSteps } from './ledger-proof.ts';
import { signIn } from './members.ts';
import { type Manner, manners, Person } from './person.ts';

const BY_BUYER = 'شعار جميل، وتأخر يومًا';
const BY_SELLER = 'تعليمات واضحة ورد سريع';
const STARS = { quality: 5, communication: 4, onTime: 2 };
/** (5 + 4 + 2) / 3 = 3.666…, shown with one digit. */
const AVERAGE = 3.67;

let world: World;
let server: TestServer;
let chromium: Browser;

beforeAll(async () => {
  world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  chromium = await aChromium();
});

describe('two people rate each other after completion, blind', () => {
  it.each(manners.filter(({ locale }) => locale === 'ar'))(
    '$name',
    async ({ name: _name, ...manner }) => {
      const stage = await aStage(manner);
      const { buyer, seller, stranger, prove } = stage;
      await prove('signing in and accepting', () => signInAndAccept(stage));
      await prove('the buyer reviews', () => buyerReviews(stage));
      await prove('the seller sees nothing of it', () => sellerSeesNothing(stage));
      await prove('the seller rates', () => sellerRates(stage));
      await prove('both stand open', () => bothSeeBoth(stage));
      await prove('strangers read it', () => strangersRead(stage));
      expect([buyer, seller, stranger].flatMap((one) => one.mishaps)).toEqual([]);
      await Promise.all([buyer.leave(), seller.leave(), stranger.leave()]);
    },
  );
});

interface Stage {
  buyer: Person;
  seller: Person;
  stranger: Person;
  deal: Deal;
  prove: ReturnType<typeof provenSteps>;
}

async function aStage(manner: Manner): Promise<Stage> {
  const arrive = (name: string) =>
    Person.arrive(chromium, { site: server.url, manner, name: `reviews-${name}` });
  const people = [await arrive('buyer'), await arrive('seller'), await arrive('stranger')] as const;
  const [buyer, seller, stranger] = people;
  const deal = await aDeliveredDeal(world);
  return { buyer, seller, stranger, deal, prove: provenSteps(server.ctx, people) };
}

/** Nothing can be rated before the work is accepted. */
async function signInAndAccept({ buyer, seller, stranger, deal }: Stage): Promise<void> {
  await Promise.all([
    signIn(buyer, deal.buyer.email, PASSWORD),
    signIn(seller, deal.seller.email, PASSWORD),
    stranger.open(servicePath(deal.service.number, deal.service.title)),
  ]);
  expect(await stranger.page.locator('#reviews article.review').count()).toBe(0);
  await seller.open(deal.roomPath);
  expect(await seller.form('/review').count()).toBe(0);
  await buyer.open(deal.roomPath);
  expect(await buyer.form('/review').count()).toBe(0);
  await buyer.send(buyer.form('/acceptance'));
}

/** Presses a star, as people do: the radio button under it is not seen. */
async function choose(form: Locator, name: string, stars: number): Promise<void> {
  const button = form.locator(`[name=${name}][value="${stars}"]`);
  await form.locator(`label[for="${await button.getAttribute('id')}"]`).click();
  expect(await button.isChecked()).toBe(true);
}

/** In the room itself, right after accepting. */
async function buyerReviews({ buyer }: Stage): Promise<void> {
  const form = buyer.form('/review');
  for (const [name, stars] of Object.entries(STARS)) {
    await choose(form, name, stars);
  }
  await form.locator('[name=body]').fill(BY_BUYER);
  await buyer.picture('form');
  await buyer.send(form);
  expect(await buyer.text()).toContain(BY_BUYER);
  expect(await buyer.form('/review').count()).toBe(0);
}

/** Told that it is there, by the open room itself with JavaScript; not what it says, nor any figure. */
async function sellerSeesNothing(stage: Stage): Promise<void> {
  const { seller, stranger, deal } = stage;
  if (!seller.manner.javaScript) await seller.open(deal.roomPath);
  await seller.form('/review').locator('.banner').waitFor();
  await expectBlind(seller, BY_BUYER, [
    deal.roomPath,
    `${deal.roomPath}/review`,
    servicePath(deal.service.number, deal.service.title),
  ]);
  await expectBlind(stranger, BY_BUYER, [
    serviceReviewsPath(deal.service.number, deal.service.title),
  ]);
}

/** Not a word and not one star of it in the whole answer, hidden parts included. */
async function expectBlind(person: Person, words: string, paths: string[]): Promise<void> {
  for (const path of paths) {
    expect(await person.open(path)).toBe(200);
    expect(await person.page.content(), path).not.toContain(words);
    expect(await person.page.locator('main article.review').count(), path).toBe(0);
  }
}

/** The buyer, whose page stands open, does not see what the seller is writing either. */
async function sellerRates({ buyer, seller, deal }: Stage): Promise<void> {
  await seller.open(`${deal.roomPath}/review`);
  const form = seller.form('/review');
  expect(await form.locator('[name=quality]').count()).toBe(0);
  await choose(form, 'stars', 5);
  await form.locator('[name=body]').fill(BY_SELLER);
  expect(await buyer.page.content()).not.toContain(BY_SELLER);
  // In the room the buyer waits.
  await buyer.open(deal.roomPath);
  expect(await buyer.page.locator('main article.review').count()).toBe(1);
  await seller.send(form);
}

/** At once for both: by itself in an open room with JavaScript. */
async function bothSeeBoth({ buyer, seller, deal }: Stage): Promise<void> {
  if (!buyer.manner.javaScript) await buyer.open(deal.roomPath);
  await buyer.page.locator('#review').getByText(BY_SELLER).waitFor();
  for (const person of [buyer, seller]) {
    const reviews = person.page.locator('#review article.review');
    expect(await reviews.count()).toBe(2);
    expect(await reviews.nth(0).innerText()).toContain(BY_BUYER);
    expect(await reviews.nth(1).innerText()).toContain(BY_SELLER);
    await expectStars(reviews.nth(0), 4);
    await expectStars(reviews.nth(1), 5);
    await person.picture('opened');
  }
}

/** So many of a review's five stars are full. */
async function expectStars(review: Locator, full: number): Promise<void> {
  const stars = review.locator('.stars').first();
  expect(await stars.locator('svg').count()).toBe(5);
  expect(await stars.locator('.khatam-empty').count()).toBe(5 - full);
}

/** The buyer's words on the pages of the service, with each average; the seller's are not for strangers. */
async function strangersRead({ stranger, deal }: Stage): Promise<void> {
  const { number, title } = deal.service;
  const digit = (value: number) =>
    formatNumber(DEFAULT_READER, value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { page } = stranger;
  for (const path of [servicePath(number, title), serviceReviewsPath(number, title)]) {
    // Strangers' pages are some seconds old.
    await stranger.openUntil(path, page.locator('article.review').getByText(BY_BUYER));
    expect(await page.locator('main article.review').count()).toBe(1);
    expect(await page.content()).not.toContain(BY_SELLER);
    const summary = page.locator('main .rating-summary');
    expect(await summary.locator('.rating-figure').innerText()).toBe(digit(AVERAGE));
    const bars = await summary.locator('.rating-bar b').allInnerTexts();
    expect(bars).toEqual(Object.values(STARS).map(digit));
    await stranger.picture('service');
  }
}
