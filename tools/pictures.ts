/**
 * `npm run pictures`: takes the README's pictures from the demo that runs at PICTURES_FROM
 * (http://localhost:3000 unless set) and writes them, small, into docs/pictures.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';

const root = resolve(import.meta.dirname, '..');
const base = process.env.PICTURES_FROM ?? 'http://localhost:3000';
const target = join(root, 'docs/pictures');
const kept = join(root, 'var/chromium-path');

const screens = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, pixels: 1000 },
  { name: 'phone', viewport: { width: 390, height: 844 }, pixels: 390 },
];

async function picture(page: Page, name: string, pixels: number): Promise<void> {
  // Pictures below the fold load when they come near; the picture shows the first screen only.
  await page.waitForLoadState('networkidle');
  const shot = await page.screenshot();
  await sharp(shot)
    .resize({ width: pixels })
    .png({ palette: true, quality: 90, effort: 8 })
    .toFile(join(target, `${name}.png`));
}

async function take(browser: Browser, screen: (typeof screens)[number]): Promise<void> {
  const context = await browser.newContext({
    viewport: screen.viewport,
    colorScheme: 'light',
    locale: 'ar',
  });
  const page = await context.newPage();
  await page.goto(base);
  await picture(page, `home-${screen.name}`, screen.pixels);
  await page.goto(`${base}/search?q=${encodeURIComponent('شعار')}`);
  await page.locator('main a[href^="/services/"]').first().click();
  await picture(page, `service-${screen.name}`, screen.pixels);
  await page.goto(`${base}/sign-in`);
  await page.fill('input[name=email]', 'buyer@souq.example');
  await page.fill('input[name=password]', 'hirfa-demo-1447');
  await page.locator('main button[type=submit]').click();
  for (const state of ['in_progress', 'delivered', 'completed']) {
    await page.goto(`${base}/orders?state=${state}`);
    const room = page.locator('main a[href^="/orders/"]').first();
    if ((await room.count()) === 0) continue;
    await room.click();
    await picture(page, `order-${screen.name}`, screen.pixels);
    break;
  }
  await context.close();
}

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({
  executablePath: existsSync(kept) ? readFileSync(kept, 'utf8').trim() : '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const screen of screens) await take(browser, screen);
await browser.close();
