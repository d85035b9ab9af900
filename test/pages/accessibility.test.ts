import type AxeCore from 'axe-core';
import { createRequire } from 'node:module';
import { aChromium, isGivenUpTransition } from '#test/chromium';
import type { Person } from '#test/example-people';
import { anExampleWorld } from '#test/examples';
import { type Visit, visitsOf } from '#test/visits';
import type { BrowserContext, Page, Route as PageRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';

// Every page of the route list, in both languages and both colour schemes, as a reader of it.
const NARROW_PX = 320;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** The structure of a page is the same in the other colours: there only these are looked at again. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Look {
  name: string;
  visit: Visit;
  prefix: '' | '/en';
  scheme: 'light' | 'dark';
  /** In the other colours too. */
  both: boolean;
}

const examples = await anExampleWorld();
const chromium = await aChromium();
const { visits, unvisited } = visitsOf(examples);
const contexts = new Map<Person, Promise<BrowserContext>>();

/** A browser of somebody, with the session that their sign-in opened. */
function contextOf(person: Person): Promise<BrowserContext> {
  const known = contexts.get(person) ?? openContext(person);
  contexts.set(person, known);
  return known;
}

async function openContext(person: Person): Promise<BrowserContext> {
  const context = await chromium.newContext({ viewport: { width: 1_280, height: 900 } });
  const value = examples.browser(person).cookie('session');
  const { url } = examples.server;
  if (value)
    await context.addCookies([{ name: 'session', value, url, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

/** What is wrong with a page, in words; nothing when all is well. */
async function look({ visit, prefix, scheme, both }: Look): Promise<string[]> {
  const page = await (await contextOf(visit.as)).newPage();
  const problems: string[] = [];
  const say = (problem: string) => problems.push(problem);
  page.on('console', (message) => {
    const expected = visit.status >= 400 && message.text().includes(String(visit.status));
    if (['error', 'warning'].includes(message.type()) && !expected)
      say(`console: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => {
    if (!isGivenUpTransition(message)) say(`script: ${message}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400 && answer.request().resourceType() !== 'document') {
      say(`${answer.status()} for ${answer.url()}`);
    }
  });
  try {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const address = examples.server.url + prefix + encodeURI(decodeURI(visit.path));
    await page.route(address, withoutRefresh);
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (answer?.status() !== visit.status) say(`answers ${answer?.status()}`);
    for (const found of await axe(page)) say(`${scheme}: ${found}`);
    const otherScheme = scheme === 'light' ? 'dark' : 'light';
    await page.emulateMedia({ colorScheme: otherScheme, reducedMotion: 'reduce' });
    if (both) for (const found of await axe(page, OF_COLOURS)) say(`${otherScheme}: ${found}`);
    await page.setViewportSize({ width: NARROW_PX, height: 700 });
    for (const found of await overflow(page)) say(`at ${NARROW_PX} px: ${found}`);
  } finally {
    await page.close();
  }
  return problems;
}

/** A page that asks again by itself would go away while it is looked at. */
async function withoutRefresh(route: PageRoute): Promise<void> {
  const answer = await route.fetch({ maxRedirects: 0 });
  const { refresh: _refresh, ...headers } = answer.headers();
  await route.fulfill({ response: answer, headers });
}

/** Violations that axe finds, by the rules named or all of WCAG 2.0-2.2 A and AA. */
async function axe(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(await axeSource());
  return page.evaluate(
    async ({ tags, only }) => {
      const { axe: tool } = globalThis as unknown as { axe: typeof AxeCore };
      const runOnly = only
        ? { type: 'rule' as const, values: only }
        : { type: 'tag' as const, values: tags };
      const { violations } = await tool.run(document, { runOnly, resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => {
        const where = nodes
          .slice(0, 3)
          .map(({ target, any }) => `${String(target)} (${any[0]?.message ?? ''})`);
        return `${id} at ${where.join(' | ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`;
      });
    },
    { tags: TAGS, only: rules },
  );
}

let source: Promise<string> | undefined;

function axeSource(): Promise<string> {
  source ??= import('node:fs/promises').then(({ readFile }) => readFile(axePath, 'utf8'));
  return source;
}

/** Whether the page scrolls sideways, and what sticks out of it. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')]
      .filter((one) => {
        const { left, right, width } = one.getBoundingClientRect();
        return width > 0 && (right > clientWidth + 1 || left < -1);
      })
      .slice(0, 4)
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
    return [`${scrollWidth} px wide: ${out.join(', ')}`];
  });
}

function nameOf(visit: Visit, prefix: string): string {
  return `${prefix}${decodeURI(visit.path)} as ${visit.as}`;
}

/**
 * Every page in both languages and, in each, in both colours. A further state of a page (an order that
 * is late, a list with nothing in it) is seen once: the next one in the other language and colours.
 */
const looks: Look[] = visits.flatMap((visit, index) => {
  const [first, second] =
    index % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  const arabic: Look = {
    visit,
    prefix: '',
    scheme: first,
    both: !visit.extra,
    name: nameOf(visit, ''),
  };
  const english: Look = { ...arabic, prefix: '/en', scheme: second, name: nameOf(visit, '/en') };
  if (!visit.extra) return [arabic, english];
  return [index % 2 === 0 ? arabic : english];
});

it('leaves no page of the route list unseen', () => {
  expect(unvisited).toEqual([]);
});

/** Two at a time: one page waits for the server while the other is drawn and looked at. */
const lanes = [Promise.resolve(), Promise.resolve()];

function inTurn<T>(at: number, run: () => Promise<T>): Promise<T> {
  const before = lanes[at % lanes.length] ?? Promise.resolve();
  const mine = before.then(run);
  lanes[at % lanes.length] = mine.then(
    () => undefined,
    () => undefined,
  );
  return mine;
}

describe.concurrent('axe, the console and 320 px say nothing', () => {
  it.each(looks)('of $name', async (one) => {
    expect(await inTurn(looks.indexOf(one), () => look(one))).toEqual([]);
  });
});
