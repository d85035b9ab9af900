import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the browser lies. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const note = resolve('var/chromium-path');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : '/usr/bin/chromium';
}
