import { get } from 'node:http';
import { categories, getSellableService, servicePath } from '#catalogue';
import { aPublishedService } from '#catalogue/testing';
import { registerMember } from '#identity';
import { storeUpload } from '#media';
import { loadSharp } from '#platform/pictures';
import { aWholeChromium } from '#test/chromium';
import { someFiles } from '#test/example-files';
import { anExampleWorld } from '#test/examples';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sellers, services } from '../../db/worlds/souq/content/index.ts';
import { coverSvg } from '../../db/worlds/souq/cover.ts';

type Part = 'html' | 'css' | 'js' | 'fonts' | 'images';

// DESIGN.md, "Budgets": bytes of a first visit, compressed as they come over the wire.
const BUDGETS: Record<Part, number> = {
  html: 12_000,
  css: 14_000,
  js: 15_000,
  fonts: 40_000,
  images: 60_000,
};
const PAGE_SIZE = 24;
/** A phone as Lighthouse takes it. */
const PHONE = { width: 412, height: 823 };
const PIXEL_RATIO = 1.75;

const examples = await anExampleWorld();
const chromium = await aWholeChromium();
const { world, server } = examples;
const market = await fullCategory('design');

/** A page of services as real sellers write and illustrate them. */
async function fullCategory(groupKey: string) {
  const aFile = await someFiles();
  const sharp = await loadSharp();
  const chosen = services.filter((one) => one.groupKey === groupKey).slice(0, PAGE_SIZE);
  expect(chosen).toHaveLength(PAGE_SIZE);
  const ids = new Map<string, string>();
  let last = '';
  for (const content of chosen) {
    const seller = sellers.find(({ handle }) => handle === content.sellerHandle);
    const sellerId = ids.get(content.sellerHandle) ?? (await join(seller));
    ids.set(content.sellerHandle, sellerId);
    const { key, hue, coverTitle, coverSubtitle } = content;
    const drawing = { title: coverTitle, subtitle: coverSubtitle, hue, seed: key, pixelWidth: 960 };
    const bytes = await sharp(Buffer.from(coverSvg(drawing)))
      .jpeg({ quality: 90 })
      .toBuffer();
    const file = await aFile(`${key}.jpg`, bytes);
    const { fileId } = await storeUpload(world.ctx, {
      ...file,
      ownerId: sellerId,
      purpose: 'gallery',
    });
    const { serviceId } = await aPublishedService(world, {
      sellerId,
      input: {
        leafKey: content.leafKey,
        title: content.title,
        description: content.description,
        basePriceMinor: content.basePriceMinor,
        deliveryDays: content.deliveryDays,
        tags: [...content.tags],
        upgrades: content.upgrades.map((one) => ({ ...one })),
        questions: content.questions.map((one) => ({ ...one, choices: [...one.choices] })),
        faq: content.faq.map((one) => ({ ...one })),
        imageIds: [fileId],
      },
    });
    last = serviceId;
  }
  await server.drain();
  const tree = await categories(world.ctx);
  const { number, title } = await getSellableService(world.ctx, last);
  const slug = tree.bySlug(groupKey)?.group.slug ?? groupKey;
  return { category: `/categories/${slug}`, service: servicePath(number, title) };
}

async function join(seller: (typeof sellers)[number] | undefined): Promise<string> {
  if (!seller) throw new Error('a service of nobody');
  const { handle, displayName, headline, bio } = seller;
  const email = `${handle}@example.com`;
  const { memberId } = await registerMember(world.ctx, {
    email,
    handle,
    displayName,
    headline,
    bio,
  });
  return memberId;
}

interface Loaded {
  part: Part;
  url: string;
}

/** Opens a page as a phone does for the first time: what it fetched before anybody touched it. */
async function firstVisit(path: string, person: 'stranger' | 'buyer') {
  const context = await chromium.newContext({
    viewport: PHONE,
    deviceScaleFactor: PIXEL_RATIO,
    isMobile: true,
    hasTouch: true,
  });
  const value = examples.browser(person).cookie('session');
  if (value) await context.addCookies([{ name: 'session', value, url: server.url }]);
  const page = await context.newPage();
  const loaded: Loaded[] = [];
  page.on('request', (request) => {
    const part = partOf(request.resourceType());
    if (part && request.url().startsWith(server.url)) loaded.push({ part, url: request.url() });
  });
  await page.addInitScript(watchShifts);
  // As over a slow line: they are optional, so a late one is left for the next page. One that comes within
  // a tenth of a second of the text is used at once, which on a busy machine is a matter of chance.
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(server.url + encodeURI(decodeURI(path)), { waitUntil: 'networkidle' });
  const seen = await picturesInView(page);
  const moved = await page.evaluate(() => {
    const { shift, moved: names } = globalThis as unknown as { shift: number; moved: string[] };
    return shift < 0.0005 ? [] : names;
  });
  const sizes = await page.evaluate(
    () =>
      [...document.images].filter(
        (one) => !one.hasAttribute('width') || !one.hasAttribute('height'),
      ).length,
  );
  const swapped = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ family, display }) => family.includes('Readex Pro') && display !== 'optional')
      .map(({ unicodeRange }) => unicodeRange),
  );
  expect(swapped).toEqual([]);
  await context.close();
  const bytes: Record<Part, number> = { html: 0, css: 0, js: 0, fonts: 0, images: 0 };
  const wanted = loaded.filter(({ part, url }) => part !== 'images' || seen.includes(url));
  for (const { part, url } of new Map(wanted.map((one) => [one.url, one])).values()) {
    bytes[part] += await wireBytes(url, part === 'html' ? value : undefined);
  }
  return { bytes, moved, unsized: sizes };
}

/** Sums up what moved without anybody touching the page (CLS), and names it. */
function watchShifts(): void {
  interface Shift extends PerformanceEntry {
    value: number;
    sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  const scope = globalThis as unknown as { shift: number; moved: string[] };
  scope.shift = 0;
  scope.moved = [];
  const place = ({ top, left, height }: DOMRect) => `${top},${left} ${height} high`;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) {
      scope.shift += entry.value;
      for (const { node, previousRect, currentRect } of entry.sources) {
        const name = `${node?.nodeName.toLowerCase()}.${node?.className}`;
        scope.moved.push(`${name}: ${place(previousRect)} → ${place(currentRect)}`);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

function picturesInView(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.images]
      .filter((one) => {
        const { top, bottom, width } = one.getBoundingClientRect();
        return width > 0 && bottom > 0 && top < innerHeight;
      })
      .map((one) => one.currentSrc),
  );
}

function partOf(type: string): Part | undefined {
  const parts: Record<string, Part> = {
    document: 'html',
    stylesheet: 'css',
    script: 'js',
    font: 'fonts',
    image: 'images',
  };
  return parts[type];
}

/** What comes over the wire to a browser on https, which takes Brotli. */
function wireBytes(url: string, session?: string): Promise<number> {
  const headers = {
    accept: 'text/html,image/avif,image/webp,*/*',
    'accept-encoding': 'br, gzip',
    ...(session ? { cookie: `session=${session}` } : {}),
  };
  return new Promise((done, fail) => {
    const asked = get(url, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.byteLength;
      });
      answer.on('end', () => done(bytes));
    });
    asked.on('error', fail);
  });
}

const pages = [
  ['home', '/', 'stranger'],
  ['home in English', '/en', 'stranger'],
  ['category', market.category, 'stranger'],
  ['service', market.service, 'stranger'],
  ['order room', `/orders/${examples.orders.id('working')}`, 'buyer'],
] as const;

describe('a first visit on a phone', () => {
  const table: Record<string, Record<string, string>> = {};

  it.each(pages)(
    'of the %s stays within its bytes, and nothing jumps',
    async (name, path, person) => {
      const { bytes, moved, unsized } = await firstVisit(path, person);
      table[name] = Object.fromEntries(
        Object.entries(bytes).map(([part, value]) => [
          part,
          `${(value / 1_000).toFixed(1)} of ${BUDGETS[part as Part] / 1_000} kB`,
        ]),
      );
      const over = (Object.keys(BUDGETS) as Part[]).filter((part) => bytes[part] > BUDGETS[part]);
      expect({ over, moved, unsized }).toEqual({ over: [], moved: [], unsized: 0 });
    },
  );

  it('is written down', () => {
    console.table(table);
    expect(Object.keys(table)).toHaveLength(pages.length);
  });

  it('has a category page that is full', async () => {
    const { text } = await server.browser().get(encodeURI(decodeURI(market.category)));
    const cards = new Set(
      [...text.matchAll(/href="\/services\/(\d+)/g)].map(([, number]) => number),
    );
    expect(cards.size).toBe(PAGE_SIZE);
  });
});
