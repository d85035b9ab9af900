import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { chromiumPath } from './chromium-path.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real browser for this test file: the machine's Chromium, as CHROMIUM_PATH or the preparation names it. */
export async function aChromium(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
  afterAll(() => browser.close());
  return browser;
}
