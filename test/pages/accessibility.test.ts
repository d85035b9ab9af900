import type AxeCore from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { aChromium, isGivenUpTransition, layOutAll } from '#test/chromium';
import type { Person } from '#test/example-people';
import { anExampleWorld } from '#test/examples';
import { type Visit, visitsOf } from '#test/visits';
import type { BrowserContext, CDPSession, Page, Route as PageRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';

// Every page of the route list, in both languages and both colour schemes, as a reader of it.
const NARROW_PX = 320;
const WIDE_PX = 1_280;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** The structure of a page is the same in the other colours: there only these are looked at again. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** Pages that the browser is told to ask for again after some seconds. */
const ASKS_AGAIN = /^\/(?:payments|purchases|sandbox)\//;
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

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
  const context = await chromium.newContext({ viewport: { width: WIDE_PX, height: 900 } });
  const value = examples.browser(person).cookie('session');
  const { url } = examples.server;
  if (value)
    await context.addCookies([{ name: 'session', value, url, httpOnly: true, sameSite: 'Lax' }]);
  return context;
}

/** A tab that goes from page to page and keeps axe with it. */
interface Tab {
  page: Page;
  tools: CDPSession;
  /** Hears what the page says while it is looked at. */
  hear: { say(problem: string): void; status: number };
}

async function openTab(person: Person): Promise<Tab> {
  const context = await contextOf(person);
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  const tab: Tab = { page, tools, hear: { say: () => undefined, status: 200 } };
  page.on('console', (message) => {
    const { say, status } = tab.hear;
    const expected = status >= 400 && message.text().includes(String(status));
    if (['error', 'warning'].includes(message.type()) && !expected)
      say(`console: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => {
    if (!isGivenUpTransition(message)) tab.hear.say(`script: ${message}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400 && answer.request().resourceType() !== 'document') {
      tab.hear.say(`${answer.status()} for ${answer.url()}`);
    }
  });
  return tab;
}

/** What is wrong with a page, in words; nothing when all is well. */
async function look(tab: Tab, { visit, prefix, scheme, both }: Look): Promise<string[]> {
  const { page } = tab;
  const problems: string[] = [];
  const say = (problem: string) => problems.push(problem);
  tab.hear = { say, status: visit.status };
  const address = examples.server.url + prefix + encodeURI(decodeURI(visit.path));
  await page.setViewportSize({ width: WIDE_PX, height: 900 });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  const asksAgain = ASKS_AGAIN.test(visit.path);
  if (asksAgain) await page.route(address, withoutRefresh);
  const answer = await page.goto(address, { waitUntil: 'load' });
  if (answer?.status() !== visit.status) say(`answers ${answer?.status()}`);
  await layOutAll(page);
  for (const found of await axe(tab)) say(`${scheme}: ${found}`);
  const otherScheme = scheme === 'light' ? 'dark' : 'light';
  await page.emulateMedia({ colorScheme: otherScheme, reducedMotion: 'reduce' });
  if (both) for (const found of await axe(tab, OF_COLOURS)) say(`${otherScheme}: ${found}`);
  await page.setViewportSize({ width: NARROW_PX, height: 700 });
  for (const found of await overflow(page)) say(`at ${NARROW_PX} px: ${found}`);
  if (asksAgain) await page.unroute(address);
  return problems;
}

/** A page that asks again by itself would go away while it is looked at. */
async function withoutRefresh(route: PageRoute): Promise<void> {
  const answer = await route.fetch({ maxRedirects: 0 });
  const { refresh: _refresh, ...headers } = answer.headers();
  await route.fulfill({ response: answer, headers });
}

/** Violations that axe finds, by the rules named or all of WCAG 2.0-2.2 A and AA. */
async function axe(tab: Tab, rules?: string[]): Promise<string[]> {
  await giveAxe(tab);
  return tab.page.evaluate(
    async ({ tags, only }) => {
      const { axe: tool } = globalThis as unknown as { axe: typeof AxeCore };
      const runOnly = only
        ? { type: 'rule' as const, values: only }
        : { type: 'tag' as const, values: tags };
      // Style sheets are fetched anew only for an experimental rule that is not among these.
      const preload = { assets: ['media' as const] };
      const options = { runOnly, preload, resultTypes: ['violations' as const] };
      const { violations } = await tool.run(document, options);
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

/**
 * Puts axe into the page. Half a megabyte sent to each of them would take as long as its rules: it is sent
 * once a tab and lies in its session, from where the tools may run it although the pages' policy forbids
 * that to the pages themselves.
 */
async function giveAxe({ page, tools }: Tab): Promise<void> {
  const [isThere, isKept] = await page.evaluate(() => [
    'axe' in globalThis,
    sessionStorage.getItem('axe') !== null,
  ]);
  if (isThere) return;
  if (!isKept) await page.evaluate((text) => sessionStorage.setItem('axe', text), axeSource);
  await tools.send('Runtime.evaluate', {
    expression: '(0, eval)(sessionStorage.getItem("axe"))',
    allowUnsafeEvalBlockedByCSP: true,
  });
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
const lanes = [0, 1].map(() => ({ last: Promise.resolve(), tabs: new Map<Person, Tab>() }));

function inTurn(one: Look): Promise<string[]> {
  const lane = lanes[looks.indexOf(one) % lanes.length];
  if (!lane) throw new Error('no lane');
  const mine = lane.last.then(async () => {
    const tab = lane.tabs.get(one.visit.as) ?? (await openTab(one.visit.as));
    lane.tabs.set(one.visit.as, tab);
    try {
      return await look(tab, one);
    } catch (error) {
      // The next one begins in a tab of its own.
      lane.tabs.delete(one.visit.as);
      await tab.page.close();
      throw error;
    }
  });
  lane.last = mine.then(
    () => undefined,
    () => undefined,
  );
  return mine;
}

describe.concurrent('axe, the console and 320 px say nothing', () => {
  it.each(looks)('of $name', async (one) => {
    expect(await inTurn(one)).toEqual([]);
  });
});
