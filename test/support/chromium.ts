import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll } from 'vitest';

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

/** Where the browser lies. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const note = resolve('var/chromium-path');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : '/usr/bin/chromium';
}
