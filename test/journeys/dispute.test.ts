import { inflateRawSync } from 'node:zlib';
import { aMember, PASSWORD } from '#identity/testing';
import { DEFAULT_READER, formatMoney } from '#platform/i18n';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld, type World } from '#test/world';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { aDeliveredDeal, CREDIT_MINOR, type Deal, EARNED_MINOR } from './deals.ts';
import { provenSteps } from './ledger-proof.ts';
import { signIn } from './members.ts';
import { type Manner, manners, Person, plain } from './person.ts';

const ARBITER = { displayName: 'كريم المساند', email: 'karim@example.com' };
const CLAIM = 'الشعار الثالث نسخة من الأول بلون آخر';
const ANSWER = 'النماذج الثلاثة مختلفة في البناء';
const REASON = 'نموذجان من ثلاثة كما طُلب';

// Of $25.00 $7.77 goes back; of the other $17.23 20 % is $3.446, rounded half up (SPEC 6.3).
const PRICE = 2_500n;
const REFUND = 777n;
const COMMISSION = 345n;
const NET = 1_378n;

let world: World;
let server: TestServer;
let chromium: Browser;

beforeAll(async () => {
  world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  await aMember(world, { ...ARBITER, roles: ['support'] });
  chromium = await aChromium();
});

describe('two people take a delivered order before a judge', () => {
  it.each(manners.filter(({ locale }) => locale === 'ar'))(
    '$name',
    async ({ name: _, ...manner }) => {
      const stage = await aStage(manner);
      const { buyer, seller, arbiter, prove } = stage;
      await prove('signing in', () => allSignIn(stage));
      await prove('claiming', () => buyerClaims(stage));
      await prove('answering', () => sellerAnswers(stage));
      await prove('proposing', () => arbiterProposes(stage));
      await prove('one accepts: no money moves', () => sellerAccepts(stage));
      await prove('both have accepted: the price is shared', () => buyerAccepts(stage));
      await prove('the evidence', () => bothOpenTheEvidence(stage));
      expect([buyer, seller, arbiter].flatMap((one) => one.mishaps)).toEqual([]);
      await Promise.all([buyer.leave(), seller.leave(), arbiter.leave()]);
    },
  );
});

interface Stage {
  buyer: Person;
  seller: Person;
  arbiter: Person;
  deal: Deal;
  prove: ReturnType<typeof provenSteps>;
  disputePath: string;
}

async function aStage(manner: Manner): Promise<Stage> {
  const arrive = (name: string) =>
    Person.arrive(chromium, { site: server.url, manner, name: `dispute-${name}` });
  const people = [await arrive('buyer'), await arrive('seller'), await arrive('arbiter')] as const;
  const [buyer, seller, arbiter] = people;
  const deal = await aDeliveredDeal(world);
  const disputePath = `${deal.roomPath}/dispute`;
  return { buyer, seller, arbiter, deal, disputePath, prove: provenSteps(server.ctx, people) };
}

/** The room stands open on both sides before anything happens. */
async function allSignIn({ buyer, seller, arbiter, deal }: Stage): Promise<void> {
  await Promise.all([
    signIn(buyer, deal.buyer.email, PASSWORD),
    signIn(seller, deal.seller.email, PASSWORD),
    signIn(arbiter, ARBITER.email, PASSWORD),
  ]);
  await expectWallet(buyer, { available: CREDIT_MINOR + EARNED_MINOR - PRICE, earned: 500n });
  await expectWallet(seller, { available: 0n, earned: 0n });
  await buyer.open(deal.roomPath);
  await seller.open(deal.roomPath);
}

const money = ({ manner }: Person, amountMinor: bigint) =>
  plain(formatMoney({ ...DEFAULT_READER, locale: manner.locale }, amountMinor));

/** Every figure of the wallet, as its page shows it. */
async function expectWallet(
  person: Person,
  wanted: { available: bigint; earned: bigint; pending?: bigint },
): Promise<void> {
  const { available, earned, pending = 0n } = wanted;
  await person.open('/wallet');
  const figures = [available + pending, available, earned, pending];
  for (const [index, figure] of figures.entries()) {
    expect(await person.figure(index), `figure ${index}`).toBe(money(person, figure));
  }
}

/** Not without its whole checklist, nor without a sum. */
async function buyerClaims(stage: Stage): Promise<void> {
  const { buyer, disputePath } = stage;
  await buyer.press(buyer.page.locator(`main a[href$="${disputePath}"]`).first());
  await buyer.press(buyer.page.locator('main a[href$="?kind=defective"]'));
  await buyer.press(buyer.page.locator('main a[href$="?kind=not_as_ordered"]'));
  const form = buyer.form('/dispute');
  const checks = form.locator('input[type=checkbox]');
  expect(await checks.count()).toBe(3);
  for (const index of [0, 1]) await checks.nth(index).check();
  await form.locator('[name=body]').fill(CLAIM);
  await form.locator('[name=amount]').fill('١٠');
  await form.locator('button:not([type=button]):visible').first().click();
  expect(await form.locator('input:invalid').count()).toBe(1);
  await checks.nth(2).check();
  await buyer.picture('claim');
  await buyer.send(form);
  expect(await buyer.text()).toContain(CLAIM);
  expect(await buyer.text()).toContain(money(buyer, 1_000n));
  expect(await buyer.form('/dispute').count()).toBe(0);
}

/** The seller's open room says by itself, with JavaScript, that the order is before a judge. */
async function sellerAnswers(stage: Stage): Promise<void> {
  const { seller, deal, disputePath } = stage;
  if (!seller.manner.javaScript) await seller.open(deal.roomPath);
  const link = seller.page.locator(`main a.btn[href$="${disputePath}"]`).first();
  await link.waitFor();
  await seller.press(link);
  expect(await seller.text()).toContain(CLAIM);
  const form = seller.form('/dispute-answer');
  await form.locator('[name=body]').fill(ANSWER);
  await seller.send(form);
  expect(await seller.text()).toContain(ANSWER);
  await seller.picture('answered');
}

/** Found at the desk, not by an address that somebody told. */
async function arbiterProposes(stage: Stage): Promise<void> {
  const { arbiter, disputePath } = stage;
  await arbiter.open('/staff/disputes');
  await arbiter.picture('desk');
  await arbiter.press(arbiter.page.locator(`main a[href$="${disputePath}"]`).first());
  const text = await arbiter.text();
  expect(text).toContain(CLAIM);
  expect(text).toContain(ANSWER);
  const form = arbiter.form('/dispute-proposal');
  await form.locator('[name=amount]').fill('٧٫٧٧');
  await form.locator('[name=reason]').fill(REASON);
  await arbiter.send(form);
  await expectShares(arbiter);
  expect(await arbiter.form('/dispute-acceptance').count()).toBe(0);
}

/** What goes to whom, to the cent. */
async function expectShares(person: Person): Promise<void> {
  const text = await person.text();
  expect(text).toContain(REASON);
  for (const share of [REFUND, NET, COMMISSION]) expect(text).toContain(money(person, share));
  expect(REFUND + NET + COMMISSION).toBe(PRICE);
}

async function sellerAccepts({ buyer, seller, disputePath }: Stage): Promise<void> {
  await seller.open(disputePath);
  await expectShares(seller);
  await seller.picture('proposal');
  await seller.send(seller.form('/dispute-acceptance'));
  expect(await seller.form('/dispute-acceptance').count()).toBe(0);
  await expectWallet(seller, { available: 0n, earned: 0n });
  await expectWallet(buyer, { available: 500n, earned: 500n });
}

/** The refund goes back where it came from: first what was earned, the rest is credit. */
async function buyerAccepts({ buyer, seller, disputePath }: Stage): Promise<void> {
  await buyer.open(disputePath);
  await buyer.send(buyer.form('/dispute-acceptance'));
  await expectShares(buyer);
  expect(await buyer.form('/dispute-appeal').count()).toBe(0);
  await buyer.picture('judged');
  await expectWallet(buyer, { available: 500n + REFUND, earned: EARNED_MINOR });
  await expectWallet(seller, { available: 0n, earned: 0n, pending: NET });
  await seller.picture('wallet');
}

/** Both sides hold the same words in their hands. */
async function bothOpenTheEvidence({ buyer, seller, disputePath }: Stage): Promise<void> {
  for (const person of [buyer, seller]) {
    await person.open(disputePath);
    const link = person.page.locator('main a[href$="/evidence.zip"]');
    const answer = await person.page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    const files = filesIn(await answer.body());
    expect([...files.keys()].sort()).toEqual([
      'dispute.txt',
      'history.csv',
      'history.txt',
      'messages.txt',
      'order.pdf',
      'work.txt',
    ]);
    const words = plain(files.get('dispute.txt') ?? '');
    for (const said of [CLAIM, ANSWER, REASON, money(person, REFUND)])
      expect(words).toContain(said);
    expect(files.get('work.txt')).toContain('مقهى النخلة');
    expect(files.get('history.csv')?.split('قُبلت القسمة المقترحة')).toHaveLength(3);
  }
}

/** Names and texts of an archive, read from its local headers. */
function filesIn(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const packed = zip.readUInt32LE(at + 18);
    const body = at + 30 + zip.readUInt16LE(at + 26);
    const name = zip.toString('utf8', at + 30, body);
    files.set(name, inflateRawSync(zip.subarray(body, body + packed)).toString('utf8'));
    at = body + packed;
  }
  return files;
}
