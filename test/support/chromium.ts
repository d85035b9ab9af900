import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumPath, chromiumShellPath } from './chromium-path.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Every page is a fresh one: its scripts and axe are run once. Compiling them simply and at once is
  // cheaper than making fast what is thrown away a second later (axe takes half as long).
  '--js-flags=--always-sparkplug --no-maglev --no-opt',
];

/** A real browser for this test file: the machine's Chromium, as CHROMIUM_PATH or the preparation names it. */
export function aChromium(): Promise<Browser> {
  return opened(chromiumShellPath());
}

/** The browser that people have: with notifications, and with fonts that are drawn when theirs does. */
export function aWholeChromium(): Promise<Browser> {
  return opened(chromiumPath());
}

async function opened(executablePath: string): Promise<Browser> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  afterAll(() => browser.close());
  return browser;
}

/** Has everything laid out at once, also what a page leaves until a reader comes near. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}

/**
 * Whether a page's error only says that the browser gave up a view transition because the test changed
 * the window under it (a picture of the full page does) or left for a page without one: nobody's page does
 * that to a reader.
 */
export function isGivenUpTransition(message: string): boolean {
  return /^Transition was (?:aborted|skipped)\b(?:.*viewport size changed|.*opt-in disabled)/i.test(
    message,
  );
}
