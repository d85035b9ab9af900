import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aMember, PASSWORD } from '#identity/testing';
import { loadSharp } from '#platform/pictures';
import { aChromium, isGivenUpTransition } from '#test/chromium';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { plain } from './person.ts';

const EMAIL = 'painter@example.com';
const CHUNK = 512 * 1024;

const world = await aWorld();
const server = await aServer(world);
const chromium = await aChromium();
const directory = await mkdtemp(join(tmpdir(), 'pictures-'));
afterAll(() => rm(directory, { recursive: true }));
await aMember(world, { email: EMAIL });

/** Five pictures of more than two parts each, none of them 16:9. */
const pictures = await Promise.all([1, 2, 3, 4, 5].map(aPhoto));

async function aPhoto(n: number): Promise<string> {
  const sharp = await loadSharp();
  const noise = { type: 'gaussian', mean: 90 + n * 20, sigma: 60 } as const;
  const bytes = await sharp({
    create: { width: 1300, height: 1300, channels: 3, background: '#000', noise },
  })
    .jpeg({ quality: 92 })
    .toBuffer();
  expect(bytes.byteLength).toBeGreaterThan(2 * CHUNK);
  const path = join(directory, `picture-${n}.jpg`);
  await writeFile(path, bytes);
  return path;
}

interface Part {
  url: string;
  from: number;
}

/** A line that breaks: every third part is cut off, and all that is sent is written down. */
async function breakingLine(page: Page): Promise<{ parts: Part[]; stall(after: number): void }> {
  const parts: Part[] = [];
  let count = 0;
  let most = Number.POSITIVE_INFINITY;
  await page.route('**/uploads/*', async (route: Route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    count += 1;
    if (count > most) return;
    if (count % 3 === 0 && !Number.isFinite(most)) return route.abort('connectionreset');
    parts.push({ url: request.url(), from: Number(request.headers()['upload-offset']) });
    return route.continue();
  });
  return {
    parts,
    stall(after) {
      most = count + after;
    },
  };
}

async function signIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('main [name=email]').fill(EMAIL);
  await page.locator('main [name=password]').fill(PASSWORD);
  await page.locator('main form[action$="/sign-in"] button:visible').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

const options = { baseURL: server.url, locale: 'ar', viewport: { width: 390, height: 844 } };
const shown = (page: Page) => page.locator('.editor-gallery > li');
const choose = (page: Page, files: string[]) =>
  page.locator('input[type=file][name=pictures]').setInputFiles(files);

it('a seller makes a service with five pictures over a line that breaks, and after a restart', async () => {
  let context = await chromium.newContext(options);
  let page = await signIn(context);
  const mishaps: string[] = [];
  page.on('pageerror', ({ message }) => {
    if (!isGivenUpTransition(message)) mishaps.push(message);
  });
  await page.goto('/my/services/new');
  await page.locator('main [name=title]').fill('رسم صور شخصية بألوان مائية');
  await page.locator('main [name=leaf]').selectOption('logo-design');
  await page.locator('main form[action$="/my/services"] button:visible').first().click();
  await page.waitForURL(/\/my\/services\/[0-9a-f-]{36}$/);
  const editor = page.url();

  // Two arrive although every third part breaks off; the third stands still in its middle.
  const line = await breakingLine(page);
  await choose(page, pictures.slice(0, 2));
  await expect.poll(() => shown(page).count(), { timeout: 60_000 }).toBe(2);
  await expect
    .poll(async () => plain(await page.locator('.draft-note').innerText()), { timeout: 20_000 })
    .toContain('حُفظت المسودة');
  const before = line.parts.length;
  line.stall(1);
  await choose(page, [pictures[2] ?? '']);
  await expect.poll(() => line.parts.length, { timeout: 30_000 }).toBe(before + 1);
  const remembered = () =>
    page.evaluate(() =>
      Object.values(localStorage).some((text) => {
        const { sent, done } = JSON.parse(text);
        return sent > 0 && !done;
      }),
    );
  await expect.poll(remembered, { timeout: 15_000 }).toBe(true);

  // The line goes away, and says so; then the browser is closed.
  await context.setOffline(true);
  await expect
    .poll(async () => plain(await page.locator('.upload-row small').innerText()), {
      timeout: 15_000,
    })
    .toContain('انقطع الاتصال');
  const storageState = await context.storageState();
  await context.close();

  // A new browser knows what was on its way; the same file goes on where it stood.
  context = await chromium.newContext({ ...options, storageState });
  page = await context.newPage();
  page.on('pageerror', ({ message }) => {
    if (!isGivenUpTransition(message)) mishaps.push(message);
  });
  const again = await breakingLine(page);
  await page.goto(editor);
  expect(await shown(page).count()).toBe(2);
  await expect.poll(() => page.locator('.upload-list').innerText()).toContain('picture-3');
  const third = line.parts.at(-1)?.url;
  await choose(page, pictures.slice(2));
  await expect.poll(() => shown(page).count(), { timeout: 90_000 }).toBe(5);
  const continued = again.parts.filter(({ url }) => url === third);
  expect(continued[0]?.from).toBeGreaterThan(0);

  // The cover is cut anew with the keyboard alone.
  const cover = page.locator('.editor-gallery input[name=image]').nth(2);
  const uncut = await cover.inputValue();
  await page.locator('[data-crop]:visible').first().click();
  await page.locator('.cropper canvas').press('ArrowUp');
  await page.locator('.cropper canvas').press('+');
  await page.screenshot({ path: 'test-results/upload-cropper.png' });
  await page.locator('.cropper button[value=apply]').click();
  await expect.poll(() => cover.inputValue(), { timeout: 15_000 }).not.toBe(uncut);

  await page.screenshot({ path: 'test-results/upload-editor.png', fullPage: true });
  await page.locator('button[name=_act][value=preview]').click();
  await page.waitForURL(/\/preview$/);
  expect(await page.locator('.gallery-slide img').count()).toBe(5);
  expect(mishaps).toEqual([]);
  await context.close();
}, 240_000);
