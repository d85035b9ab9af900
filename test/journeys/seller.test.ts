import { randomBytes } from 'node:crypto';
import { aMember, PASSWORD as STAFF_PASSWORD } from '#identity/testing';
import { loadSharp } from '#platform/pictures';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld } from '#test/world';
import type { Browser, Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { provenSteps } from './ledger-proof.ts';
import { join, signIn } from './members.ts';
import { type Manner, manners, Person } from './person.ts';

const REVIEWER = { displayName: 'رنا المراجِعة', email: 'rana@example.com' };
const LEAF = 'logo-design';

let server: TestServer;
let chromium: Browser;

beforeAll(async () => {
  const world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  await aMember(world, { ...REVIEWER, roles: ['reviewer'] });
  chromium = await aChromium();
});

describe('a seller from an empty form to a service that strangers find', () => {
  it.each(manners)('$name', async ({ name: _name, ...manner }) => {
    const stage = await aStage(manner);
    const { seller, reviewer, stranger, prove } = stage;
    await prove('joining', () => join(seller, stage.member));
    await prove('a first draft', () => startsDraft(stage));
    await prove('what is missing is said', () => submitsTooEarly(stage));
    await prove('writing it', () => writesService(stage));
    await prove('preview', () => looksAtPreview(stage));
    await prove('submitting', () => submits(stage));
    await prove('rejecting', () => reviewerRejects(stage));
    await prove('mending', () => mends(stage));
    await prove('approving', () => reviewerApproves(stage));
    await prove('being found', () => strangersFindIt(stage));
    await prove('pausing and resuming', () => pausesAndResumes(stage));
    expect([seller, reviewer, stranger].flatMap((one) => one.mishaps)).toEqual([]);
    await Promise.all([seller.leave(), reviewer.leave(), stranger.leave()]);
  });
});

interface Stage {
  seller: Person;
  reviewer: Person;
  stranger: Person;
  member: { displayName: string; email: string };
  prove: ReturnType<typeof provenSteps>;
  title: string;
  serviceId: string;
}

let runs = 0;

async function aStage(manner: Manner): Promise<Stage> {
  runs += 1;
  const arrive = (name: string) =>
    Person.arrive(chromium, { site: server.url, manner, name: `seller-${name}` });
  const people = [
    await arrive('seller'),
    await arrive('reviewer'),
    await arrive('stranger'),
  ] as const;
  const [seller, reviewer, stranger] = people;
  return {
    seller,
    reviewer,
    stranger,
    member: { displayName: 'هدى القصبي', email: `huda-${runs}@example.com` },
    prove: provenSteps(server.ctx, people),
    title: `تصميم شعار بالخط الكوفي رقم ${runs}`,
    serviceId: '',
  };
}

const editor = ({ seller, serviceId }: Stage) => seller.form(`/my/services/${serviceId}`);

/** The buttons of the editor, by what they do to the form. */
const act = (stage: Stage, name: string): Locator =>
  editor(stage).locator(`button[name=_act][value="${name}"]:not([tabindex="-1"])`);

async function startsDraft(stage: Stage): Promise<void> {
  const { seller, title } = stage;
  await seller.open('/my/services');
  await seller.press(seller.page.locator('main a[href$="/my/services/new"]').first());
  const form = seller.form('/my/services');
  await form.locator('[name=title]').fill(title);
  await form.locator('[name=leaf]').selectOption(LEAF);
  await seller.picture('start');
  await seller.send(form);
  stage.serviceId = seller.path().split('/').at(-1) ?? '';
  expect(seller.path()).toMatch(/^\/my\/services\/[0-9a-f-]{36}$/);
}

/** The form comes back with what is wrong at its field, the focus on the first, what was typed kept. */
async function submitsTooEarly(stage: Stage): Promise<void> {
  const { seller } = stage;
  const description = editor(stage).locator('[name=description]');
  await description.fill('قصير');
  await seller.press(act(stage, 'submit'));
  expect(await description.inputValue()).toBe('قصير');
  expect(await description.getAttribute('aria-invalid')).toBe('true');
  await seller.picture('editor-refused');
}

const DESCRIPTION = `أكتب اسم مشروعك بالخط الكوفي الهندسي، ثم أبني منه شعارًا يُقرأ صغيرًا على شاشة الهاتف وكبيرًا على لوحة المحل.

- ثلاثة نماذج أولية بالأبيض والأسود
- نموذج نهائي ملوّن بصيغ SVG وPNG
- دليل قصير للمسافات والألوان

أعمل على كل شعار وحدي، وأشرح لك كل اختيار حتى تعرف كيف تستعمله بعدي.`;

async function writesService(stage: Stage): Promise<void> {
  const { seller } = stage;
  const form = editor(stage);
  const field = (name: string) => form.locator(`[name="${name}"]`);
  await field('description').fill(DESCRIPTION);
  await field('tags').fill('شعار، كوفي، خط');
  await form.locator('[name=price][value="15.00"]').check();
  await field('days').selectOption('3');
  await field('changes').selectOption('2');
  await form.locator('[name=languages][value=ar]').check();
  await form.locator('[name=aiUse]').first().check();
  await field('pictures').setInputFiles([
    { name: 'نموذج.png', mimeType: 'image/png', buffer: await aPng(1400, 900) },
    { name: 'tall.png', mimeType: 'image/png', buffer: await aPng(700, 1100) },
  ]);
  await seller.press(act(stage, 'save'));
  expect(await form.locator('[name=image]').count()).toBe(2);
  await addRow(stage, 'upgrades');
  await field('upgrades.0.title').fill('بطاقة عمل بالشعار نفسه');
  await field('upgrades.0.price').fill('10');
  await field('upgrades.0.days').selectOption('1');
  await addRow(stage, 'questions');
  await field('questions.0.label').fill('ما الاسم الذي نكتبه؟');
  await field('questions.0.required').check();
  await addRow(stage, 'questions');
  await field('questions.1.label').fill('أي وزن تفضّل؟');
  await field('questions.1.kind').selectOption('choice');
  await field('questions.1.choices').fill('خفيف\nثقيل');
  await addRow(stage, 'faq');
  await field('faq.0.question').fill('هل تعطيني الملف المفتوح؟');
  await field('faq.0.answer').fill('نعم، بصيغة SVG.');
  expect(await field('upgrades.0.title').inputValue()).toBe('بطاقة عمل بالشعار نفسه');
  await seller.picture('editor');
}

async function addRow(stage: Stage, list: 'upgrades' | 'questions' | 'faq'): Promise<void> {
  const rows = editor(stage).locator(`[data-part="${list}"] fieldset`);
  const before = await rows.count();
  await act(stage, `add-${list}`).click();
  await rows.nth(before).waitFor();
}

/** Noise, so that its encoders have something to do. */
async function aPng(width: number, height: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const small = { raw: { width: 16, height: 9, channels: 3 as const } };
  return sharp(randomBytes(16 * 9 * 3), small)
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .png()
    .toBuffer();
}

async function looksAtPreview(stage: Stage): Promise<void> {
  const { seller, title, serviceId } = stage;
  await seller.press(act(stage, 'preview'));
  expect(seller.path()).toBe(`/my/services/${serviceId}/preview`);
  const text = await seller.text();
  expect(text).toContain(title);
  expect(text).toContain('بطاقة عمل بالشعار نفسه');
  expect(text).toContain('دليل قصير للمسافات والألوان');
  await seller.picture('preview');
  await seller.open(`/my/services/${serviceId}`);
}

/** Without the declarations it is not taken; with them it waits for the reviewer. */
async function submits(stage: Stage): Promise<void> {
  const { seller } = stage;
  const form = editor(stage);
  await seller.press(act(stage, 'submit'));
  expect(await form.locator('[name=ownText]').getAttribute('aria-invalid')).toBe('true');
  for (const name of ['ownText', 'ownWorks', 'noOutsideContact']) {
    await form.locator(`[name=${name}]`).check();
  }
  await seller.press(act(stage, 'submit'));
  expect(seller.path()).toBe('/my/services');
  await seller.picture('my-services');
}

const TITLE_REASON = 'اذكر في العنوان أنك تقدّم ثلاثة نماذج';
const TAGS_REASON = 'الوسم «خط» عام جدًا، اختر أدق منه';

async function reviewerRejects({ reviewer, serviceId }: Stage): Promise<void> {
  await signIn(reviewer, REVIEWER.email, STAFF_PASSWORD);
  await reviewer.open('/staff/reviews');
  await reviewer.picture('queue');
  await reviewer.press(reviewer.page.locator(`main a[href$="/staff/reviews/${serviceId}"]`));
  const form = reviewer.form('/rejection');
  await reviewer.send(form);
  expect(await form.locator('[aria-invalid=true]').count()).toBeGreaterThan(0);
  await form.locator('[name=title]').fill(TITLE_REASON);
  await form.locator('[name=tags]').fill(TAGS_REASON);
  await reviewer.picture('review');
  await reviewer.send(form);
  expect(reviewer.path()).toBe('/staff/reviews');
}

async function mends(stage: Stage): Promise<void> {
  const { seller, serviceId, title } = stage;
  await seller.openUntil('/notices', seller.page.locator('main').getByText(title));
  await seller.picture('notices');
  await seller.open(`/my/services/${serviceId}`);
  const form = editor(stage);
  // Each reason stands at the field it is about, and at no other.
  const noteAt = async (name: string) => {
    const has = seller.page.locator(`[name=${name}]`);
    return (await form.locator('[data-noted]', { has }).allInnerTexts()).join();
  };
  expect(await noteAt('title')).toContain(TITLE_REASON);
  expect(await noteAt('tags')).toContain(TAGS_REASON);
  expect(await noteAt('description')).toBe('');
  await seller.picture('editor-rejected');
  stage.title = `${title} بثلاثة نماذج`;
  await form.locator('[name=title]').fill(stage.title);
  await form.locator('[name=tags]').fill('شعار، كوفي، خط كوفي');
  await seller.press(act(stage, 'submit'));
  expect(seller.path()).toBe('/my/services');
}

async function reviewerApproves({ reviewer, serviceId, title }: Stage): Promise<void> {
  await reviewer.open(`/staff/reviews/${serviceId}`);
  expect(await reviewer.text()).toContain(title);
  expect(await reviewer.text()).toContain(TITLE_REASON);
  await reviewer.send(reviewer.form('/approval'));
  expect(reviewer.path()).toBe('/staff/reviews');
}

/** In its category, in the search box and on the seller's page; strangers' pages are some seconds old. */
async function strangersFindIt({ stranger, title }: Stage): Promise<void> {
  const { page } = stranger;
  const link = page.locator('main a', { hasText: title });
  await stranger.openUntil(`/categories/${LEAF}`, link);
  await stranger.picture('category');
  await stranger.open('/');
  const box = page.locator('header form[action$="/search"]').first();
  await box.locator('[name=q]').fill(title);
  await Promise.all([page.waitForEvent('load'), box.locator('[name=q]').press('Enter')]);
  await link.first().waitFor();
  await stranger.picture('search');
  await stranger.press(link.first());
  expect(stranger.path()).toMatch(/^\/services\/\d+-/);
  await stranger.picture('service');
  await stranger.press(page.locator('main a[href*="/sellers/"]').first());
  expect(await stranger.text()).toContain(title);
  await stranger.picture('seller-page');
}

async function pausesAndResumes({ seller, stranger, serviceId, title }: Stage): Promise<void> {
  const link = stranger.page.locator('main a', { hasText: title });
  let looks = 0;
  // Each time under another filter that holds it: what strangers see is kept for five seconds.
  const listed = async (path: string) => {
    looks += 1;
    await stranger.open(`${path}?days=${3 + (looks % 28)}${path === '/search' ? search : ''}`);
    return link.count();
  };
  const search = `&q=${encodeURIComponent(title)}`;
  const patience = { timeout: 20_000, interval: 250 };
  await seller.open(`/my/services/${serviceId}`);
  await seller.send(seller.form('/pause'));
  await expect.poll(() => listed(`/categories/${LEAF}`), patience).toBe(0);
  await expect.poll(() => listed('/search'), patience).toBe(0);
  await seller.send(seller.form('/resumption'));
  await expect.poll(() => listed(`/categories/${LEAF}`), patience).toBeGreaterThan(0);
  await expect.poll(() => listed('/search'), patience).toBeGreaterThan(0);
}
